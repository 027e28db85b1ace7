// Plays the timeline of a run. Everything is on the page already, over the whole run and at its end;
// this draws it for the part and the instant that the reader chooses. Times are minutes since the
// start of the run. Nothing moves unless the reader asks for it.
(() => {
  'use strict';
  const $ = id => document.getElementById(id);
  const data = JSON.parse($('times').textContent);
  const numbers = text => text === '' ? [] : text.split(',').map(t => t === '' ? NaN : Number(t));
  const grids = data.grids.map(text => {
    let at = 0;
    return numbers(text).map(step => at += step);
  });
  const series = data.series.map(s => ({...s, at: grids[s.grid], values: numbers(s.values)}));
  const flags = data.flags;
  const END = data.minutes, DAY = 1440, SIDE = 1000;

  // Words, as the page itself writes them.
  const three = new Intl.NumberFormat('en-US', {maximumSignificantDigits: 3});
  const whole = new Intl.NumberFormat('en-US', {maximumFractionDigits: 0});
  const digits = value => Math.abs(value) >= 1000 ? whole.format(value)
      : value === 0 || Math.abs(value) >= 1e-4 ? three.format(value) : value.toExponential(2);
  const amount = value => !Number.isFinite(value) ? '-'
      : Math.abs(value) >= 1e9 ? digits(value / 1e9) + ' bn'
      : Math.abs(value) >= 1e6 ? digits(value / 1e6) + ' m' : digits(value);
  const date = at => new Date((data.start + at) * 60000);
  const time = at => date(at).toISOString().slice(0, 16).replace('T', ' ');

  const state = {at: END, from: 0, to: END, playing: false, hover: null};
  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
  const part = at => (at - state.from) / (state.to - state.from);

  // The place of the last sample at or before an instant; -1 where there is none.
  const before = (times, at) => {
    let low = -1, high = times.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (times[middle] <= at) { low = middle; } else { high = middle - 1; }
    }
    return low;
  };

  // Axes: whole decades, or ticks of 1, 2 or 5, as on paper.
  const scaleOf = (panel, shown) => {
    const logarithmic = panel.axis === 'logarithmic';
    let low = Infinity, high = -Infinity;
    for (const s of shown) {
      const first = Math.max(0, before(s.at, state.from)), last = before(s.at, state.to);
      for (let i = first; i <= last; i++) {
        const value = s.values[i];
        if (Number.isFinite(value) && (!logarithmic || value > 0)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    if (low > high) { low = high = 1; }
    if (logarithmic) {
      const from = Math.floor(Math.log10(low * .7)), to = Math.max(from + 1, Math.ceil(Math.log10(high)));
      return {from, to, tick: 1, of: value => value > 0 ? Math.log10(value) : NaN, value: place => 10 ** place};
    }
    if (panel.axis === 'from_zero') {
      low = Math.min(0, low);
      high = Math.max(0, high);
    }
    const width = high > low ? high - low : 1, decade = 10 ** Math.floor(Math.log10(width / 5));
    const tick = [1, 2, 5, 10].map(factor => factor * decade).find(each => each * 5 >= width);
    const from = Math.floor(low / tick) * tick, to = Math.max(Math.ceil(high / tick) * tick, from + tick);
    return {from, to, tick, of: value => value, value: place => place};
  };

  const pathOf = (s, scale, buckets) => {
    const y = i => Math.round(SIDE - SIDE * (scale.of(s.values[i]) - scale.from) / (scale.to - scale.from));
    const x = i => Math.round(SIDE * 10 * part(s.at[i])) / 10;
    let path = '', open = false;
    const last = Math.min(s.at.length - 1, before(s.at, state.to) + 1);
    for (let i = Math.max(0, before(s.at, state.from)); i <= last;) {
      const bucket = Math.floor(part(s.at[i]) * buckets);
      let least = -1, most = -1;
      for (; i <= last && Math.floor(part(s.at[i]) * buckets) === bucket; i++) {
        if (Number.isFinite(scale.of(s.values[i]))) {
          least = least < 0 || s.values[i] < s.values[least] ? i : least;
          most = most < 0 || s.values[i] > s.values[most] ? i : most;
        }
      }
      if (least < 0) { open = false; continue; }
      for (const at of least === most ? [least] : [Math.min(least, most), Math.max(least, most)]) {
        path += (open ? 'L' : 'M') + x(at) + ' ' + y(at);
        open = true;
      }
    }
    return path;
  };

  // Dates along the axis: the smallest step that leaves room for words.
  const dates = room => {
    const span = state.to - state.from, most = Math.max(2, Math.floor(room / 90)), ticks = [];
    const add = (d, words) => ticks.push([(d.getTime() / 60000) - data.start, words]);
    const months = [1, 3, 6, 12, 24, 60].find(m => span / (m * 30.4 * DAY) <= most);
    const minutes = [60, 180, 360, 720, DAY, 2 * DAY, 5 * DAY, 10 * DAY].find(m => span / m <= most);
    if (minutes) {
      const first = Math.ceil((data.start + state.from) / minutes) * minutes;
      for (let at = first; at <= data.start + state.to; at += minutes) {
        const iso = new Date(at * 60000).toISOString();
        add(new Date(at * 60000), minutes < DAY && iso.slice(11, 16) !== '00:00' ? iso.slice(11, 16) : iso.slice(5, 10));
      }
      return ticks;
    }
    const d = date(state.from);
    for (let year = d.getUTCFullYear(), month = 0; ; month += months || 120) {
      const tick = new Date(Date.UTC(year, month, 1)), at = tick.getTime() / 60000 - data.start;
      if (at > state.to) { return ticks; }
      const iso = tick.toISOString();
      if (at >= state.from) { add(tick, tick.getUTCMonth() === 0 ? iso.slice(0, 4) : iso.slice(0, 7)); }
    }
  };

  const span = (className, words, property, percent) => {
    const element = document.createElement('span');
    element.className = className;
    element.textContent = words;
    element.style.setProperty(property, percent + '%');
    return element;
  };

  const panels = data.panels.map((panel, index) => {
    const figure = $('panel-' + index), plot = figure.querySelector('.plot');
    const boxes = [...figure.querySelectorAll('input')], values = [...figure.querySelectorAll('li output')];
    const members = panel.members.map(i => series[i]), paths = [...figure.querySelectorAll('.lines path')];
    boxes.forEach(box => box.addEventListener('change', () => draw()));
    const draw = () => {
      const shown = members.filter((_, i) => boxes[i].checked), scale = scaleOf(panel, shown);
      const width = plot.clientWidth || 600, ticks = document.createElement('div');
      members.forEach((s, i) => paths[i].setAttribute('d', boxes[i].checked ? pathOf(s, scale, width) : ''));
      ticks.className = 'ticks';
      let lines = '';
      const count = Math.round((scale.to - scale.from) / scale.tick), every = 1 + Math.floor(count / 8);
      for (let i = 0; i <= count; i += every) {
        const percent = 100 - 100 * i / count;
        lines += `<path d="M0 ${percent * 10}H1000"/>`;
        ticks.append(span('y', amount(scale.value(scale.from + i * scale.tick)), 'top', percent));
      }
      plot.querySelector('.grid').innerHTML = lines;
      dates(width).forEach(([at, words]) => ticks.append(span('x', words, 'left', 100 * part(at))));
      plot.querySelector('.ticks').replaceWith(ticks);
    };
    const tell = at => members.forEach((s, i) => {
      values[i].textContent = amount(s.values[before(s.at, at)] ?? NaN);
    });
    return {figure, plot, draw, tell};
  });

  // Balance sheets: the last one at or before the cursor.
  const sheets = data.parties.map((party, index) => {
    const place = $('sheet-' + index), largest = Number(place.querySelector('.two-bars').dataset.largest);
    const rows = [...place.querySelectorAll('.lines-of-sheet tr')], sums = [...place.querySelectorAll('.sums tr')];
    const bars = [...place.querySelectorAll('.amounts')], of = place.querySelector('.of');
    const all = party.values.map(numbers);
    let shown = null;
    return at => {
      const i = before(party.at, at);
      if (i === shown) { return; }
      shown = i;
      of.textContent = i < 0 ? 'none yet' : time(party.at[i]);
      const values = i < 0 ? party.tiers.map(() => NaN) : all[i], has = [0, 0, 0], owes = [0, 0, 0];
      values.forEach((value, line) => {
        const tier = party.tiers[line];
        rows[line].cells[tier + 1].textContent = amount(value);
        rows[line].classList.toggle('absent', !Number.isFinite(value));
        if (value > 0) { has[tier] += value; } else if (value < 0) { owes[tier] += value; }
      });
      [has, owes].forEach((side, which) => side.forEach((sum, tier) => {
        bars[which].children[tier].style.width = 100 * Math.abs(sum) / largest + '%';
        sums[which].cells[tier + 1].textContent = amount(sum);
      }));
      sums[2].cells[1].textContent = amount([...has, ...owes].reduce((a, b) => a + b, 0));
    };
  });

  // Flags lie in the first row of the lane that has room.
  const lane = $('lane'), ROWS = 3;
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.setAttribute('role', 'tooltip');
  tip.id = 'tip';
  const marks = flags.map((flag, i) => {
    const mark = document.createElement('button');
    mark.type = 'button';
    mark.className = flag.source ? 'flag given' : 'flag';
    mark.tabIndex = -1;
    mark.setAttribute('aria-label', time(flag.at) + ': ' + flag.text);
    mark.setAttribute('aria-describedby', 'tip');
    const show = () => {
      tip.replaceChildren();
      const when = document.createElement('strong'), source = document.createElement('span');
      when.textContent = time(flag.at);
      source.textContent = flag.source ? 'Source: ' + flag.source : 'Came out of the simulation.';
      source.className = 'quiet';
      tip.append(when, ' ' + flag.text + ' ', source);
      tip.classList.add('shown');
      const room = lane.clientWidth - tip.offsetWidth;
      tip.style.left = clamp(part(flag.at) * lane.clientWidth - tip.offsetWidth / 2, 0, Math.max(0, room)) + 'px';
    };
    mark.addEventListener('pointerenter', show);
    mark.addEventListener('focus', show);
    mark.addEventListener('pointerleave', () => tip.classList.remove('shown'));
    mark.addEventListener('blur', () => tip.classList.remove('shown'));
    mark.addEventListener('click', () => moveTo(flag.at));
    mark.addEventListener('keydown', event => {
      const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
      if (event.key === 'Escape') { tip.classList.remove('shown'); }
      if (step && flags[i + step]) {
        event.preventDefault();
        moveTo(flags[i + step].at);
        choose(i + step);
        marks[i + step].focus();
      }
    });
    return mark;
  });
  const choose = index => marks.forEach((mark, i) => { mark.tabIndex = i === index ? 0 : -1; });
  lane.replaceChildren(...marks, tip);
  const placeFlags = () => {
    const width = lane.clientWidth || 600, ends = new Array(ROWS).fill(-Infinity);
    marks.forEach((mark, i) => {
      const p = part(flags[i].at), x = p * width;
      mark.hidden = p < 0 || p > 1;
      if (mark.hidden) { return; }
      let row = ends.findIndex(end => end + 13 <= x);
      row = row < 0 ? ends.indexOf(Math.min(...ends)) : row;
      ends[row] = x;
      mark.style.left = 100 * p + '%';
      mark.style.top = 2 + row * 15 + 'px';
    });
  };

  const play = $('play'), scrub = $('scrub'), speed = $('speed'), shown = $('span'), said = $('said');
  const flagTimes = flags.map(flag => flag.at);

  const tell = at => {
    $('now').textContent = time(at) + ' UTC';
    panels.forEach(panel => panel.tell(at));
  };
  let chosen = null;
  const showCursor = () => {
    const percent = clamp(100 * part(state.at), 0, 100);
    for (const {plot} of panels) {
      plot.querySelector('.cursor').style.left = percent + '%';
      plot.querySelector('.veil-of-time').style.left = percent + '%';
    }
    tell(state.at);
    scrub.value = Math.round(state.at);
    scrub.setAttribute('aria-valuetext', time(state.at));
    sheets.forEach(show => show(state.at));
    const last = before(flagTimes, state.at);
    if (last !== chosen) {
      chosen = last;
      choose(Math.max(0, last));
      const flag = flags[last];
      said.replaceChildren();
      if (flag) {
        const when = document.createElement('strong'), source = document.createElement('span');
        when.textContent = time(flag.at) + ' ';
        source.className = 'quiet';
        source.textContent = flag.source ? ' Source: ' + flag.source : '';
        said.append(when, flag.text, source);
      }
    }
  };
  const redraw = () => {
    panels.forEach(panel => panel.draw());
    placeFlags();
    showCursor();
  };
  const look = (from, length) => {
    state.from = clamp(from, 0, Math.max(0, END - length));
    state.to = Math.min(END, state.from + length);
    redraw();
  };
  const moveTo = at => {
    state.at = clamp(at, 0, END);
    const length = state.to - state.from;
    if (state.at < state.from || state.at > state.to) {
      look(state.at - length * .1, length);
    } else {
      showCursor();
    }
  };
  const zoom = () => {
    const length = Math.min(END, Number(shown.value) || END);
    look(state.at - length * .8, length);
  };
  const step = direction => {
    const next = direction > 0 ? flagTimes.find(at => at > state.at) : flagTimes.findLast(at => at < state.at);
    if (next !== undefined) { moveTo(next); }
  };

  // Minutes a second: what was asked for, or slower the nearer an event is.
  const pace = () => {
    if (speed.value !== 'story') { return Number(speed.value); }
    const last = before(flagTimes, state.at), next = flagTimes[last + 1] ?? END;
    const gap = Math.min(state.at - (flagTimes[last] ?? 0), next - state.at);
    return clamp(4 * gap, (state.to - state.from) / 90, (state.to - state.from) / 15);
  };
  let stamp = null;
  const frame = now => {
    if (!state.playing) { return; }
    const seconds = stamp === null ? 0 : Math.min(.1, (now - stamp) / 1000);
    stamp = now;
    moveTo(state.at + pace() * seconds);
    if (state.at >= END) { toggle(false); } else { requestAnimationFrame(frame); }
  };
  const toggle = playing => {
    state.playing = playing;
    play.textContent = playing ? '\u2016 Pause' : '\u25b6 Play';
    play.setAttribute('aria-pressed', String(playing));
    if (playing) {
      if (state.at >= END) { moveTo(0); }
      stamp = null;
      requestAnimationFrame(frame);
    }
  };

  play.addEventListener('click', () => toggle(!state.playing));
  $('previous').addEventListener('click', () => step(-1));
  $('next').addEventListener('click', () => step(1));
  shown.addEventListener('change', zoom);
  scrub.max = END;
  scrub.addEventListener('input', () => moveTo(Number(scrub.value)));
  scrub.addEventListener('keydown', event => {
    const length = state.to - state.from, arrow = {ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1}[event.key];
    const does = arrow ? () => event.shiftKey ? step(arrow) : moveTo(state.at + arrow * length / 200)
        : {
          ' ': () => toggle(!state.playing),
          'Home': () => moveTo(0),
          'End': () => moveTo(END),
          'PageUp': () => moveTo(state.at + length / 12),
          'PageDown': () => moveTo(state.at - length / 12),
          '+': () => closer(1),
          '-': () => closer(-1),
        }[event.key];
    if (does) {
      event.preventDefault();
      does();
    }
  });
  const closer = direction => {
    shown.selectedIndex = clamp(shown.selectedIndex + direction, 0, shown.options.length - 1);
    zoom();
  };
  for (const {plot} of panels) {
    const at = event => {
      const box = plot.getBoundingClientRect();
      return state.from + clamp((event.clientX - box.left) / box.width, 0, 1) * (state.to - state.from);
    };
    plot.addEventListener('pointerdown', event => {
      moveTo(at(event));
      plot.setPointerCapture(event.pointerId);
    });
    plot.addEventListener('pointermove', event => {
      if (event.buttons & 1) {
        moveTo(at(event));
      } else if (!state.playing) {
        panels.forEach(panel => {
          panel.plot.querySelector('.hover').style.left = 100 * part(at(event)) + '%';
          panel.plot.classList.add('hovered');
        });
        tell(at(event));
      }
    });
    plot.addEventListener('pointerleave', () => {
      panels.forEach(panel => panel.plot.classList.remove('hovered'));
      tell(state.at);
    });
  }
  document.querySelectorAll('[data-at]').forEach(button => button.addEventListener('click', () => {
    moveTo(Number(button.dataset.at));
    $('timeline').scrollIntoView();
  }));

  // Paper shows the whole run and every sheet.
  let kept = null;
  addEventListener('beforeprint', () => {
    kept = {...state};
    toggle(false);
    document.querySelectorAll('details').forEach(each => { each.dataset.was = each.open; each.open = true; });
    state.at = END;
    look(0, END);
  });
  addEventListener('afterprint', () => {
    document.querySelectorAll('details').forEach(each => { each.open = each.dataset.was === 'true'; });
    state.at = kept.at;
    look(kept.from, kept.to - kept.from);
  });
  document.documentElement.classList.add('scripted');
  new ResizeObserver(redraw).observe(lane);
  redraw();
})();
