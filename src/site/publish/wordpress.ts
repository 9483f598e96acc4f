/** A WordPress plugin made for the site: its addresses are taken as they are, and a block asks for one of them. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipFiles } from '../../data/exports/zip.ts';
import { SLUG } from '../../data/name.ts';
import { wordPressCode, wordPressPattern } from '../embeds/recipes.ts';
import { siteAddress } from '../site-address.ts';

/** The folder of the plugin, and the block's namespace. */
export const plugin = SLUG;

export interface PluginOptions {
  readonly site: string | undefined;
  readonly siteName: string;
  /** The version of the data, which the plugin carries as its own. */
  readonly version: string;
  /** The text of the licence. */
  readonly licence: string;
}

/** The files of the plugin by their names. */
export function pluginFiles({ site, siteName, version, licence }: PluginOptions): Map<string, string> {
  const address = siteAddress(site);
  return new Map([
    [`${plugin}.php`, php(address, siteName, version)],
    ['block.json', `${JSON.stringify(block(address, siteName, version), null, 2)}\n`],
    ['LICENSE.txt', licence],
  ]);
}

/**
 * Writes `wordpress/<name>.zip` under `directory`, as WordPress installs it. The files don't stand there by themselves: a
 * server that runs PHP would run them.
 */
export function writePlugin(directory: string, root: string, released: string, options: Omit<PluginOptions, 'licence'>): void {
  const files = pluginFiles({ ...options, licence: readFileSync(join(root, 'LICENSE'), 'utf8') });
  const bytes = new Map([...files].map(([name, text]) => [name, new TextEncoder().encode(text)]));
  mkdirSync(join(directory, 'wordpress'), { recursive: true });
  writeFileSync(join(directory, `wordpress/${plugin}.zip`), zipFiles(bytes, plugin, released));
}

function block(address: string, siteName: string, version: string) {
  return {
    $schema: 'https://schemas.wp.org/trunk/block.json',
    apiVersion: 3,
    name: `${plugin}/chart`,
    version,
    title: siteName,
    category: 'embed',
    icon: 'chart-bar',
    description: `A chart of ${address}`,
    attributes: { address: { type: 'string', default: '' } },
    supports: { align: ['wide', 'full'], html: false },
    editorScript: `${plugin}-editor`,
  };
}

/** Text in a string of PHP with single quotes. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
/** Text on a line of a comment, which it can't end. */
const commented = (text: string): string => text.replaceAll('*/', '').replaceAll(/\s+/g, ' ');

function php(address: string, siteName: string, version: string): string {
  return `<?php
/**
 * Plugin Name: ${commented(siteName)}
 * Plugin URI: ${commented(address)}
 * Description: Takes addresses of charts as they are, with title and height for each width, and has a block for them.
 * Version: ${commented(version)}
 * Requires at least: 6.3
 * License: MIT
 */

if ( ! defined( 'ABSPATH' ) ) {
  exit;
}

${wordPressCode(address)}

/** What the block shows: the answer for its address, kept by WordPress with the post; nothing where the address is none of ours. */
function no_empty_cells_chart( $attributes ) {
  $address = isset( $attributes['address'] ) && is_string( $attributes['address'] ) ? trim( $attributes['address'] ) : '';
  if ( ! preg_match( ${quoted(wordPressPattern(address))}, $address ) ) {
    return '';
  }
  $html = $GLOBALS['wp_embed']->shortcode( array(), $address );
  return '<div ' . get_block_wrapper_attributes() . '>' . $html . '</div>';
}

add_action( 'init', function () {
  wp_register_script( '${plugin}-editor', '', array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-server-side-render' ), ${quoted(version)}, true );
  wp_add_inline_script( '${plugin}-editor', ${quoted(editorScript(address))} );
  register_block_type( __DIR__, array( 'render_callback' => 'no_empty_cells_chart' ) );
} );
`;
}

/** The block in the editor: a field for the address, and under it what readers will see. */
function editorScript(address: string): string {
  return `( function ( wp ) {
  var el = wp.element.createElement;
  wp.blocks.registerBlockType( '${plugin}/chart', {
    edit: function ( props ) {
      var address = props.attributes.address;
      return el( 'div', wp.blockEditor.useBlockProps(),
        el( wp.components.TextControl, {
          label: 'Address of the chart or embed',
          help: ${JSON.stringify(`${address}charts/…`)},
          type: 'url',
          value: address,
          onChange: function ( value ) { props.setAttributes( { address: value } ); },
        } ),
        address ? el( wp.serverSideRender, { block: '${plugin}/chart', attributes: props.attributes } ) : null );
    },
    save: function () { return null; },
  } );
} )( window.wp );`;
}
