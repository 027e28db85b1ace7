// Draws every picture of the page. The options come from the page as JSON; a name that begins with
// "plimsoll:" stands for one of the functions here. Colors are those of the style sheet, so that a
// dark scheme and paper need no second drawing. Nothing is animated.
(() => {
  'use strict';
  const compact = new Intl.NumberFormat('en-US', {notation: 'compact', maximumSignificantDigits: 3});
  const exact = new Intl.NumberFormat('en-US', {maximumSignificantDigits: 6});
  const short = value => value !== 0 && (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e15)
      ? value.toExponential() : compact.format(value);
  const ticks = {
    'plimsoll:plain': short,
    'plimsoll:power': exponent => short(Number('1e' + exponent)),
    'plimsoll:percent': value => short(value * 100) + '%',
  };
  const words = {
    'plimsoll:plain': value => exact.format(value),
    'plimsoll:power': exponent => exact.format(10 ** exponent),
    'plimsoll:percent': value => exact.format(value * 100) + '%',
  };

  const pen = document.createElement('canvas').getContext('2d');
  const FONT = '12.5px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';
  const widthOf = text => {
    pen.font = FONT;
    return pen.measureText(text).width;
  };

  const rect = (x, y, width, height, style) => ({type: 'rect', shape: {x, y, width, height}, style});
  const path = (pathData, style) => ({type: 'path', shape: {pathData}, style});

  // A ship from the side: the deck ends where the load does, the stem falls back to the keel.
  const hull = (x, y, width, height) => {
    const bow = Math.min(height, width / 2), stern = Math.min(height / 3, width / 4);
    return `M${x} ${y}H${x + width}Q${x + width - bow * .2} ${y + height} ${x + width - bow} ${y + height}`
        + `H${x + stern}Q${x} ${y + height} ${x} ${y}Z`;
  };
  const ship = fill => (x, width, box) =>
      [path(hull(x, box.y, Math.max(width, 2), box.height), {fill})];
  const block = fill => (x, width, box) =>
      [rect(x, box.y, Math.max(width, 1), box.height, {fill, stroke: 'var(--bar)', lineWidth: 1})];

  const forms = {
    'hull': ship('var(--bar)'),
    'hull-alarm': ship('var(--bad)'),
    'water': (x, width, box) => [rect(x, box.y, width, box.height, {fill: 'var(--track)'})],
    'band': (x, width, box) => [rect(x, box.y - 2, Math.max(width, 1), box.height + 4,
        {fill: 'url(#hatching-ink)', stroke: 'var(--ink)', lineWidth: 1})],
    'plimsoll': (x, width, box) => {
      const r = Math.min(9, box.height / 2 + 1), y = box.y + box.height / 2;
      const line = (from, to) => path(`M${from} ${y}H${to}`,
          {stroke: 'var(--ink)', lineWidth: 2.5, fill: 'none'});
      return [
        {type: 'circle', shape: {cx: x, cy: y, r},
          style: {fill: 'var(--paper)', stroke: 'var(--ink)', lineWidth: 2.5}},
        line(x - r * 1.9, x + r * 1.9),
      ];
    },
    'total': block('var(--quiet)'),
    'up': block('var(--bar)'),
    'down': block('url(#hatching)'),
    'next': (x, width, box) => [path(`M${x} ${box.y}V${box.end}`,
        {stroke: 'var(--quiet)', lineWidth: 1, lineDash: [2, 2], fill: 'none'})],
  };

  const rows = series => (params, api) => {
    const row = series.rows[params.dataIndex];
    const [, top] = api.coord([1, params.dataIndex]);
    const [, bottom] = api.coord([1, params.dataIndex + 1]);
    const box = {y: top + 17, height: Math.min(26, bottom - top - 21), end: bottom + 17};
    const text = (x, align, words, width, fill) => ({type: 'text', style: {x, y: top, text: words,
        align, fill, font: FONT, width, overflow: 'truncate', ellipsis: '\u2026'}});
    const most = api.getWidth() * .62, right = Math.min(widthOf(row.words) + 2, most);
    const drawn = row.forms.flatMap(form => {
      const [from] = api.coord([form.from, 0]), [to] = api.coord([form.to, 0]);
      return forms[form.kind](from, to - from, box);
    });
    return {type: 'group', children: [
      ...drawn,
      text(0, 'left', row.label, api.getWidth() - right - 12, 'var(--ink)'),
      text(api.getWidth(), 'right', row.words, right, row.alarm ? 'var(--bad)' : 'var(--quiet)'),
    ]};
  };

  // The whole band is one shape, drawn with the first place.
  const band = series => (params, api) => {
    if (params.dataIndexInside > 0) {
      return null;
    }
    const upper = [], lower = [];
    series.data.forEach(([x, low, high], i) => {
      const last = series.data[i - 1];
      if (series.stepped && last) {
        upper.push(api.coord([x, last[2]]));
        lower.push(api.coord([x, last[1]]));
      }
      upper.push(api.coord([x, high]));
      lower.push(api.coord([x, low]));
    });
    return {type: 'polygon', shape: {points: [...upper, ...lower.reverse()]},
      style: {fill: series.color, opacity: .22, stroke: series.color, lineWidth: 1}};
  };
  const items = {'plimsoll:rows': rows, 'plimsoll:band': band};

  const places = tooltip => params => {
    const lines = params.filter(place => place.seriesType === 'line');
    if (lines.length === 0) {
      return '';
    }
    const y = words[tooltip.y];
    return [words[tooltip.x](lines[0].value[0]), ...lines.map(({seriesName, value}) =>
        seriesName + ': ' + y(value[1])
            + (value[2] < value[3] ? ' (' + y(value[2]) + ' to ' + y(value[3]) + ')' : ''))].join('\n');
  };

  const prepared = options => {
    for (const axis of [options.xAxis, options.yAxis]) {
      if (axis.axisLabel) {
        axis.axisLabel.formatter = ticks[axis.axisLabel.formatter];
      }
    }
    for (const series of options.series) {
      if (series.renderItem) {
        series.renderItem = items[series.renderItem](series);
      }
    }
    if (options.tooltip) {
      options.tooltip.formatter = places(options.tooltip);
    }
    return options;
  };

  const charts = [...document.querySelectorAll('.picture')].map(place => {
    const chart = echarts.init(place, null, {renderer: 'svg'});
    chart.setOption(prepared(JSON.parse(place.nextElementSibling.textContent)));
    new ResizeObserver(() => chart.resize()).observe(place);
    return chart;
  });
  // Paper is drawn at once: no frame comes between the two events.
  const PAPER = 660; // pixels, a little less than between the margins of an A4 page
  const resizeAll = width => charts.forEach(chart => {
    chart.resize({width});
    chart.getZr().flush();
  });
  addEventListener('beforeprint', () => resizeAll(PAPER));
  addEventListener('afterprint', () => resizeAll('auto'));
})();
