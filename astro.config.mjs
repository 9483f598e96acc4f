import { defineConfig } from 'astro/config';

export default defineConfig({
  output: 'static',
  // The address under which the site is published. Only canonical links and feeds need it.
  ...(process.env.SITE_URL ? { site: process.env.SITE_URL } : {}),
  outDir: process.env.BUILD_DIR ?? './dist',
  trailingSlash: 'ignore',
  // Pages wait for their files to be written more than for anything else, so several are made at a time.
  build: { concurrency: 4, format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  compressHTML: true,
  prefetch: false,
  devToolbar: { enabled: false },
  vite: {
    build: { assetsInlineLimit: 0 },
    // Preloading asks for modules from the root of the host, where a site under a path has none. Astro sets it itself, so it is unset last.
    plugins: [{ name: 'no-module-preload', config: () => ({ build: { modulePreload: false } }) }],
  },
});
