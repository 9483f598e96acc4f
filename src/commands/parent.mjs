/**
 * Calls `stop` when the process that started this one is gone. npm hands a signal only to the shell that it
 * runs a script in, and some shells end without telling the program. Outside npm there is nothing to watch:
 * a server put into the background is meant to outlive its shell.
 * @param {() => void} stop
 */
export function whenParentEnds(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}
