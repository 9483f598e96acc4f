/** A slow phone on a slow line, as the benchmarks of pages take it. */
export const network = { kilobitsPerSecond: 1600, latency: 150, slowdown: 4 } as const;
