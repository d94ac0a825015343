import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'src/apps/web',
  plugins: [react()],
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    rollupOptions: {
      input: { index: 'src/apps/web/index.html', 'service-worker': 'src/apps/web/service-worker.ts' },
      output: {
        // Browsers look for a changed worker at the same address.
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
      },
    },
    // What offices have: browsers of the last four years, and the domestic ones built on Chromium 108.
    target: ['chrome108', 'edge108', 'firefox108', 'safari16'],
    // One console bundle is large by nature (Ant Design, ECharts); pages are loaded on demand.
    chunkSizeWarningLimit: 1500,
  },
  server: {
    // The server refuses commands from a foreign origin, so the page's own host is passed on.
    proxy: {
      '/api': { target: 'http://127.0.0.1:8080', changeOrigin: false },
      '/say': { target: 'http://127.0.0.1:8080', changeOrigin: false },
      '/follow': { target: 'http://127.0.0.1:8080', changeOrigin: false },
      '/open311': { target: 'http://127.0.0.1:8080', changeOrigin: false },
    },
  },
})
