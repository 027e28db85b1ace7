import {Api, poll} from './shell/api.js';
import {h, put} from './shell/dom.js';
import {Feed} from './shell/feed.js';
import {clock} from './shell/format.js';
import {helpBox, keyBox} from './shell/boxes.js';
import {notice} from './shell/notices.js';
import {Session} from './shell/session.js';
import {theme} from './shell/theme.js';
import {TradePage} from './trade/page.js';
import {AccountPage} from './account/page.js';
import {LiquidationsPage} from './liquidations/page.js';
import {SolvencyPage} from './solvency/page.js';
import {ReplayPage} from './replay/page.js';

const ALL = [
  {name: 'trade', title: 'Trade', make: (exchange, rest) => new TradePage(exchange, rest)},
  {name: 'account', title: 'Account', make: exchange => new AccountPage(exchange)},
  {name: 'liquidations', title: 'Liquidations', make: exchange => new LiquidationsPage(exchange)},
  {name: 'solvency', title: 'Solvency', make: exchange => new SolvencyPage(exchange)},
  {name: 'replay', title: 'Replay', make: exchange => new ReplayPage(exchange)},
];

const at = id => document.getElementById(id);
const session = new Session();
await session.begin();
// A history is looked at without a key: there is no venue that runs, and nothing to hear.
const isHistory = (await fetch('/v1/status').then(answer => answer.json()).catch(() => ({}))).state === 'REPLAY';
const PAGES = isHistory ? ALL.filter(page => page.name === 'replay') : ALL;
const exchange = {
  session,
  api: new Api(isHistory ? {key: null} : session),
  feed: isHistory ? new EventTarget() : new Feed(session),
  go: place => (location.hash = `#/${place}`),
};
let shown = {name: '', page: null};

function route() {
  const [, name, rest] = location.hash.match(/^#\/([a-z]+)\/?(.*)$/) ?? [];
  const found = PAGES.find(page => page.name === name) ?? PAGES[0];
  if (shown.name === found.name) {
    shown.page.open?.(decodeURI(rest ?? ''));
    return;
  }
  shown.page?.stop();
  document.title = `${found.title} · Plimsoll`;
  shown = {name: found.name, page: found.make(exchange, decodeURI(rest ?? ''))};
  at('page').replaceChildren(shown.page.node);
  document.body.dataset.page = found.name;
  for (const link of at('pages').children) {
    link.toggleAttribute('aria-current', link.dataset.page === found.name);
  }
}

function onKey(event) {
  const isTyping = event.target.matches('input, select, textarea') || document.querySelector('dialog[open]');
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const page = PAGES[Number(event.key) - 1];
  if (page) {
    exchange.go(page.name);
  } else if (event.key === '?') {
    helpBox(PAGES);
  } else if (event.key === 't') {
    theme.toggle();
  } else if (event.key === '/' && !isHistory && shown.name !== 'trade') {
    exchange.go('trade');
    addEventListener('hashchange', () => shown.page.onKey('/'), {once: true});
  } else if (!shown.page.onKey?.(event.key)) {
    return;
  }
  event.preventDefault();
}

const STATES = {
  history: () => 'a history',
  live: () => 'live',
  connecting: () => 'connecting',
  stale: () => 'stale',
  waiting: detail => `stale, again in ${Math.max(1, detail.seconds)} s`,
};

function onState({detail}) {
  put(at('link'), STATES[detail.state](detail));
  document.body.dataset.link = detail.state;
}

/** The node that tells what is new, its term, and how far behind it the server is. */
function clusterWords({node, term, lag_bytes: lag}) {
  return node === null ? '⚠ no node answers' : `node ${node}, term ${term}${lag > 0 ? `, lag ${lag} bytes` : ''}`;
}

function clusterTitle({leader, position, lag_bytes: lag}) {
  return `A cluster decides. Node ${leader ?? '?'} leads; position ${position}, lag ${lag} bytes`;
}

function onSession() {
  put(at('who'), session.key ? `Key ${session.key.slice(0, 4)}…` : 'Give a key');
  at('who').classList.toggle('known', Boolean(session.key));
}

at('pages').append(...PAGES.map((page, i) => h('a', {href: `#/${page.name}`, 'data-page': page.name, title: `${page.title} (${i + 1})`, text: page.title})));
at('theme').addEventListener('click', () => theme.toggle());
at('help').addEventListener('click', () => helpBox(PAGES));
at('who').addEventListener('click', () => keyBox(session, exchange.api));
exchange.feed.addEventListener('state', onState);
exchange.feed.addEventListener('trouble', event => notice(event.detail, 'bad'));
session.addEventListener('change', onSession);
addEventListener('keydown', onKey);
addEventListener('hashchange', async () => {
  await session.begin();
  route();
});
onState({detail: {state: isHistory ? 'history' : exchange.feed.state}});
onSession();
at('who').hidden = isHistory;
at('clock').hidden = isHistory;
route();
if (!isHistory) {
  pollVenue();
}

function pollVenue() {
  poll(async () => {
    const status = await exchange.api.get('/v1/status');
    put(at('clock'), clock(status.time));
    at('clock').setAttribute('datetime', status.time);
    put(at('cluster'), status.cluster ? clusterWords(status.cluster) : '');
    at('cluster').title = status.cluster ? clusterTitle(status.cluster) : '';
  }, 1_000);
  poll(async () => {
    const alarms = (await exchange.api.get('/v1/alarms')).filter(alarm => alarm.raised);
    put(at('verdict'), alarms.length ? `⚠ ${alarms.length} alarm${alarms.length > 1 ? 's' : ''}` : '✓ no alarm');
    at('verdict').title = alarms.map(alarm => `${alarm.subject} ${alarm.sentence}`.trim()).join('\n');
    at('verdict').className = alarms.length ? 'verdict bad' : 'verdict good';
  }, 2_000);
}
