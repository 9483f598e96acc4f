/** Apache with our `.htaccess` and our sample of a server. */
import { join } from 'node:path';
import { replaceEach, type ServerKind, type Setting, startProgram } from './program.ts';

const modules = [
  'mpm_event',
  'authz_core',
  'unixd',
  'dir',
  'mime',
  'alias',
  'autoindex',
  'setenvif',
  'env',
  'filter',
  'deflate',
  'rewrite',
  'headers',
  'ssl',
];

export const apache: ServerKind = {
  name: 'Apache',
  program: 'apache2',
  brotli: true,
  start: (setting) => startApache(setting),
};

/** `without` are modules that are left out. */
export async function startApache(setting: Setting, without: readonly string[] = []): Promise<() => Promise<void>> {
  const { folder, root, plainPort, port, certificate, key, sample } = setting;
  const site = replaceEach(sample('apache.conf'), {
    '<VirtualHost *:80>': `<VirtualHost 127.0.0.1:${plainPort}>`,
    '<VirtualHost *:443>': `<VirtualHost 127.0.0.1:${port}>`,
    '/etc/letsencrypt/live/example.org/fullchain.pem': certificate,
    '/etc/letsencrypt/live/example.org/privkey.pem': key,
    '/srv/no-empty-cells': root,
  });
  const user = process.getuid?.() === 0 ? 'User www-data\nGroup www-data\n' : '';
  const load = modules
    .filter((name) => !without.includes(name))
    .map((name) => `<IfModule !${name}_module>\nLoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so\n</IfModule>`);
  // What a stock server has: listings are on, files are named by the system's list.
  const config = `ServerRoot ${folder}
PidFile ${join(folder, 'apache.pid')}
DefaultRuntimeDir ${folder}
ServerName example.org
ErrorLog ${join(folder, 'error.log')}
LogLevel error
${load.join('\n')}
${user}TypesConfig /etc/mime.types
Listen 127.0.0.1:${plainPort}
Listen 127.0.0.1:${port}
<Directory />
  Options Indexes FollowSymLinks
  AllowOverride None
  Require all denied
</Directory>
${site}`;
  return startProgram(setting, 'apache2', ['-D', 'FOREGROUND', '-f', setting.write('apache.conf', config)]);
}
