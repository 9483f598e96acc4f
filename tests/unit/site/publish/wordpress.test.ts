/** The plugin for WordPress: held by PHP's own linter and run with WordPress's functions stood in for, where PHP is found. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plugin, pluginFiles, writePlugin } from '../../../../src/site/publish/wordpress.ts';

const site = 'https://charts.example/belarus/';
/** A name with all that could end a comment or a string. */
const options = { site, siteName: "It's */ a \\ name", version: '3.0.0', licence: readFileSync('LICENSE', 'utf8') };
const folder = mkdtempSync(join(tmpdir(), 'wordpress-'));
const found = spawnSync('php', ['-v']).status === 0;

beforeAll(() => {
  for (const [name, text] of pluginFiles(options)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the archive holds one file of PHP, the block and the licence, in one folder', () => {
  writePlugin(folder, process.cwd(), '2026-01-01', options);
  const files = unzipSync(readFileSync(join(folder, `wordpress/${plugin}.zip`)));
  expect(Object.keys(files)).toEqual([`${plugin}/${plugin}.php`, `${plugin}/block.json`, `${plugin}/LICENSE.txt`]);
  expect(new TextDecoder().decode(files[`${plugin}/LICENSE.txt`])).toContain('MIT License');
  const block = JSON.parse(new TextDecoder().decode(files[`${plugin}/block.json`]));
  expect(block).toMatchObject({ apiVersion: 3, name: 'no-empty-cells/chart', editorScript: 'no-empty-cells-editor' });
});

test.runIf(found)("PHP's linter finds nothing", () => {
  const { status, stdout } = spawnSync('php', ['-l', join(folder, `${plugin}.php`)], { encoding: 'utf8' });
  expect(stdout).toMatch(/^No syntax errors/);
  expect(status).toBe(0);
});

test.runIf(found)('it sends each address to its own answer, shows ours in the block and no others', () => {
  const script = `<?php
define( 'ABSPATH', '/' );
$filters = array(); $said = array();
function add_action( $name, $call ) { global $filters; $filters[$name][] = $call; }
function add_filter( $name, $call ) { add_action( $name, $call ); }
function wp_oembed_add_provider( $pattern, $url, $regex ) { global $said; $said['provider'] = array( $pattern, $url, $regex ); }
function wp_register_script( $name ) { global $said; $said['script'] = $name; }
function wp_add_inline_script( $name, $code ) { global $said; $said['code'] = $code; }
function register_block_type( $folder, $options ) { global $said; $said['block'] = array( $folder, $options['render_callback'] ); }
function get_block_wrapper_attributes() { return 'class="own"'; }
class Embed { function shortcode( $options, $url ) { return "[$url]"; } }
$wp_embed = new Embed();
require '${join(folder, `${plugin}.php`)}';
foreach ( $filters['init'] as $call ) $call();
$fetch = $filters['oembed_fetch_url'][0];
foreach ( array( 'charts/held/', 'be/charts/held', 'embed/held/1.0.0/quiet/', 'about/' ) as $path ) $said['fetch'][$path] = $fetch( 'asked', '${site}' . $path );
$said['shown'] = no_empty_cells_chart( array( 'address' => ' ${site}charts/held/ ' ) );
$said['foreign'] = no_empty_cells_chart( array( 'address' => 'https://elsewhere.example/charts/held/"><script>' ) );
$said['empty'] = no_empty_cells_chart( array() );
echo json_encode( $said );`;
  writeFileSync(join(folder, 'run.php'), script);
  const { stdout, stderr } = spawnSync('php', ['-d', 'display_errors=stderr', join(folder, 'run.php')], { encoding: 'utf8' });
  expect(stderr).toBe('');
  const said = JSON.parse(stdout);
  expect(said.fetch).toEqual({
    'charts/held/': `${site}charts/held.oembed.json`,
    'be/charts/held': `${site}be/charts/held.oembed.json`,
    'embed/held/1.0.0/quiet/': `${site}embed/held/1.0.0/quiet/oembed.json`,
    'about/': 'asked',
  });
  expect(said).toMatchObject({ foreign: '', empty: '', script: 'no-empty-cells-editor', block: [folder, 'no_empty_cells_chart'] });
  expect(said.shown).toBe(`<div class="own">[${site}charts/held/]</div>`);
  expect(said.provider.slice(1)).toEqual([site, true]);
  // The script of the editor is a script.
  expect(() => new Function('window', said.code)).not.toThrow();
});
