/** Caddy with our sample. */
import { replaceEach, type ServerKind, startProgram } from './program.ts';

export const caddy: ServerKind = {
  name: 'Caddy',
  program: 'caddy',
  brotli: true,
  start: (setting) => {
    const { root, port, certificate, key, sample, write } = setting;
    // A certificate of our own in place of the one that Caddy would fetch for the name.
    const site = replaceEach(sample('Caddyfile'), {
      '\nexample.org {': `\nhttps://example.org:${port} {\n\tbind 127.0.0.1\n\ttls ${certificate} ${key}`,
      '/srv/no-empty-cells': root,
    });
    const config = `{\n\tadmin off\n\tauto_https disable_redirects\n\tlog {\n\t\tlevel ERROR\n\t}\n}\n${site}`;
    return startProgram(setting, 'caddy', ['run', '--adapter', 'caddyfile', '--config', write('Caddyfile', config)]);
  },
};
