import {h, put} from './dom.js';

/** Asks for a key and its secret, or offers to forget the one that is there. */
export function keyBox(session, api) {
  const key = h('input', {id: 'given-key', autocomplete: 'off', spellcheck: 'false', required: true});
  const secret = h('input', {id: 'given-secret', type: 'password', autocomplete: 'off', required: true});
  const said = h('p.refused', {role: 'alert'});
  async function enter(event) {
    event.preventDefault();
    try {
      await session.enter(key.value.trim(), secret.value.trim());
      await api.get('/api/account');
      box.close();
    } catch (error) {
      session.leave();
      put(said, error.message);
    }
  }
  const form = h('form', {onsubmit: enter},
      h('h2', {text: 'Your key'}),
      h('p', {text: 'It stays in this tab and is forgotten when the tab closes. Only signatures leave the browser.'}),
      h('label.field', {for: 'given-key'}, h('span', {text: 'Key'}), key),
      h('label.field', {for: 'given-secret'}, h('span', {text: 'Secret'}), secret),
      said,
      h('div.buttons', {},
          session.key ? h('button', {type: 'button', text: 'Forget the key', onclick: () => {
            session.leave();
            box.close();
          }}) : null,
          h('span.grow'),
          h('button', {type: 'button', text: 'Close', onclick: () => box.close()}),
          h('button.send', {type: 'submit', text: 'Use it'})));
  const box = open('key-box', form);
}

/** Shows the keys of the keyboard. */
export function helpBox(pages) {
  const keys = [...pages.map((page, i) => [String(i + 1), page.title]), ['/', 'Search a market'], ['b', 'Buy'], ['s', 'Sell'],
    ['t', 'Dark or light'], ['?', 'These keys'], ['Esc', 'Close']];
  open('help-box', h('form', {method: 'dialog'},
      h('h2', {text: 'Keys'}),
      h('dl.keys', {}, ...keys.flatMap(([name, what]) => [h('dt', {}, h('kbd', {text: name})), h('dd', {text: what})])),
      h('div.buttons', {}, h('span.grow'), h('button', {type: 'submit', text: 'Close'}))));
}

function open(id, content) {
  const box = document.getElementById(id);
  box.replaceChildren(content);
  box.showModal();
  return box;
}
