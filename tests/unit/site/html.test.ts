import { expect, test } from 'vitest';
import { html, Markup } from '../../../src/site/html.ts';
import { partsChoice } from '../../../src/site/story/figure/parts.ts';

test('what is put into a template is text there, in an element and in an attribute, however deep it lies', () => {
  const hostile = `"><script>x()</script> & 'y'`;
  const page = html`<p title="${hostile}">${hostile}${[[html`<b>${hostile}</b>`], hostile]}</p>`.text;
  const escaped = `&quot;&gt;&lt;script&gt;x()&lt;/script&gt; &amp; 'y'`;
  expect(page).toBe(`<p title="${escaped}">${escaped}<b>${escaped}</b>${escaped}</p>`);
});

test('nothing stands where a template is given nothing, and a nought is not nothing', () => {
  expect(html`<p>${null}${undefined}${false}${[]}${''}${0}</p>`.text).toBe('<p>0</p>');
  expect(html`<p>${new Markup('<i>a</i>')}</p>`.text).toBe('<p><i>a</i></p>');
});

test('signs that a template has a meaning for stay as they are written', () => {
  expect(html`<p>\n${'\\u{41} $& $1'}</p>`.text).toBe('<p>\\n\\u{41} $&amp; $1</p>');
});

test('the words of a choice are not glued where its buttons are not seen', () => {
  const choice = partsChoice({ legend: 'Show', all: 'all', names: ['A & B', 'C'], ids: ['a', 'c'], rows: [] }, 'part', 2).text;
  expect(
    choice
      .replace(/<[^>]+>/g, '')
      .replaceAll('&amp;', '&')
      .split(' '),
  ).toEqual(['Show', 'all', 'A', '&', 'B', 'C']);
  expect(choice.match(/checked/g)).toHaveLength(1);
  expect(choice).toContain('value="2" checked>C<');
});
