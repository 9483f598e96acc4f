/** The canvas of the opening: people come to their places and go; a place that a release has opened stays open until it is taken. */
import { type Dots, type Field, type Layout, levelOf, type Mark, size, writeMarks } from '../../charts/opening/field.ts';

/** Milliseconds in which the last dot of a change sets out. */
const SPREAD = 900;
/** Milliseconds for which the places that a release has opened are seen open before others take them. */
const PAUSE = 650;
/** Milliseconds in which a dot goes about two thirds of its way. */
const EASE = 100;
/** Cells from which a dot comes and to which it goes, downwards: people are led in above and out below. */
const WAY = 2.5;
/** Closer than this to its place, in parts of its way, a dot has arrived. */
const NEAR = 0.03;

type Stamps = Readonly<Record<Mark, HTMLCanvasElement>>;

/** Numbers that run from state to state: who has set out by now. */
interface Running {
  level: number;
  freed: number;
  taken: number;
}

export class Stage {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #layout: Layout;
  #field: Field = { columns: 1, rows: 1, cell: 1 };
  #stamps: Stamps | null = null;
  #aim: Dots = { held: 0, freed: 0, taken: 0, died: 0 };
  /** They run to the aim so that a change goes through the field like a list being written. */
  #now: Running = { level: 0, freed: 0, taken: 0 };
  #speed: Running = { level: 0, freed: 0, taken: 0 };
  /** Milliseconds for which opened places are still to be seen open. */
  #pause = 0;
  /** What each place is to show. */
  readonly #marks: Mark[];
  /** What each place shows at rest; `null` while something moves there. */
  #settled: (Mark | null)[] = [];
  /** Places to draw anew, 1 each: what came to rest or set out, and where something moved in the frame before. Runs on below the field. */
  #stale = new Uint8Array(0);
  /** How present the dot, the ring and the black dot of each place are, 0 to 1. */
  readonly #dots: Float32Array;
  readonly #rings: Float32Array;
  readonly #black: Float32Array;
  /** From which side the dot of a place comes or goes. */
  readonly #side: Int8Array;

  constructor(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D, layout: Layout) {
    const { places } = layout;
    this.#canvas = canvas;
    this.#context = context;
    this.#layout = layout;
    this.#marks = Array.from({ length: places }, () => 'none');
    this.#dots = new Float32Array(places);
    this.#rings = new Float32Array(places);
    this.#black = new Float32Array(places);
    this.#side = new Int8Array(places).fill(-1);
    this.measure();
  }

  /** Fits the field to the canvas, the canvas to its box in pixels of the screen, and the stamps to the theme. Draws what is there. */
  measure(): void {
    const { clientWidth, clientHeight } = this.#canvas;
    if (clientWidth === 0 || clientHeight === 0) return;
    const ratio = Math.min(2, devicePixelRatio);
    const [width, height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)];
    const { places } = this.#layout;
    this.#field = wholeField(places, width, height);
    // Setting its size also empties a canvas.
    Object.assign(this.#canvas, { width, height });
    this.#stamps = drawStamps(this.#canvas, this.#field);
    this.#settled = Array.from({ length: places }, () => null);
    this.#stale = new Uint8Array(places + Math.ceil(WAY + 1) * this.#field.columns);
    this.draw(0);
  }

  /** What the field is to show from now on; the first time, at once. */
  aim(dots: Dots): void {
    const first = this.#aim.held === 0;
    this.#aim = dots;
    const aim = runningTo(dots);
    if (first) {
      this.#now = aim;
      this.#mark();
      for (const [place, mark] of this.#marks.entries()) {
        this.#dots[place] = dotIn(mark);
        this.#rings[place] = ringIn(mark);
        this.#black[place] = mark === 'died' ? 1 : 0;
      }
      this.draw(0);
    }
    const speed = (name: keyof Running): number => Math.max(0.05, Math.abs(aim[name] - this.#now[name]) / SPREAD);
    this.#speed = { level: speed('level'), freed: speed('freed'), taken: speed('taken') };
  }

  /** Draws the state after so many more milliseconds: only places at which something changes. Returns whether anything still moves. */
  draw(elapsed: number): boolean {
    const stamps = this.#stamps;
    if (!stamps) return false;
    const waits = this.#setOut(elapsed);
    const moving = this.#advance(1 - Math.exp(-elapsed / EASE));
    this.#drawResting(stamps);
    this.#drawMoving(stamps, moving);
    return waits || moving.length > 0;
  }

  /** Lets more people set out: first those who are freed, then, when their places were seen open, those who come. Returns whether more are to follow. */
  #setOut(elapsed: number): boolean {
    const [now, aim] = [this.#now, runningTo(this.#aim)];
    const run = (name: keyof Running): void => {
      now[name] = towards(now[name], aim[name], this.#speed[name] * elapsed);
    };
    const opens = now.freed < aim.freed;
    run('freed');
    if (opens) this.#pause = PAUSE;
    else if (this.#pause > 0) this.#pause = Math.max(0, this.#pause - elapsed);
    if (this.#pause === 0) {
      run('taken');
      run('level');
    }
    return now.level !== aim.level || now.freed !== aim.freed || now.taken !== aim.taken;
  }

  /** What each place is to show for those who have set out by now. */
  #mark(): void {
    const [level, freed, taken] = [Math.round(this.#now.level), Math.round(this.#now.freed), Math.round(this.#now.taken)];
    const { died } = this.#aim;
    writeMarks({ held: level - died - freed + taken, freed, taken, died }, this.#layout, this.#marks);
  }

  /** Moves all dots by a share of their way. Returns the places where something still moves. */
  #advance(share: number): number[] {
    this.#mark();
    const moving: number[] = [];
    for (let place = 0; place < this.#marks.length; place++) {
      const mark = this.#marks[place] ?? 'none';
      if (this.#settled[place] === mark) continue;
      this.#stale[place] = 1;
      const [toDot, toRing, toBlack] = [dotIn(mark), ringIn(mark), mark === 'died' ? 1 : 0];
      const dot = ease(this.#dots, place, toDot, share);
      const ring = ease(this.#rings, place, toRing, share);
      const black = ease(this.#black, place, toBlack, share);
      // A dot comes from above and goes down; a death takes no one from the field: there the dot turns black where it is.
      if (dot === 0 || dot === 1) this.#side[place] = dot === 0 ? -1 : 1;
      if (mark === 'died') this.#side[place] = 0;
      const rests = dot === toDot && ring === toRing && black === toBlack;
      this.#settled[place] = rests ? mark : null;
      if (!rests) moving.push(place);
    }
    return moving;
  }

  /** Draws the stale places as they are at rest. */
  #drawResting(stamps: Stamps): void {
    const [stale, settled] = [this.#stale, this.#settled];
    for (let place = stale.indexOf(1); place >= 0; place = stale.indexOf(1, place)) {
      const mark = settled[place];
      const length = this.#run(place, (other) => stale[other] === 1 && settled[other] === mark);
      const { x, y } = this.#at(place);
      this.#context.clearRect(x, y, length * this.#field.cell, this.#field.cell);
      if (mark) this.#stamp(stamps[mark], place, length, 0, 1);
      stale.fill(0, place, place + length);
    }
  }

  #drawMoving(stamps: Stamps, moving: readonly number[]): void {
    const presences = [this.#dots, this.#rings, this.#black, this.#side];
    for (let first = 0; first < moving.length; ) {
      const place = moving[first] ?? 0;
      // Those who set out together are on the same part of their way.
      const length = this.#run(
        place,
        (other) => moving[first + other - place] === other && presences.every((presence) => presence[other] === presence[place]),
      );
      const [dot = 0, ring = 0, black = 0, side = 0] = presences.map((presence) => presence[place]);
      this.#stamp(stamps.held, place, length, (1 - dot) * WAY * side, dot);
      this.#stamp(stamps.freed, place, length, 0, ring);
      this.#stamp(stamps.died, place, length, 0, black);
      first += length;
    }
  }

  /** How many places from this one on are alike, within its row: they are drawn at one stroke. */
  #run(place: number, alike: (other: number) => boolean): number {
    let end = place + 1;
    while (end % this.#field.columns > 0 && alike(end)) end++;
    return end - place;
  }

  /** Draws a run of a mark so many places below its own, as clearly as it is present; on whole pixels, where it is copied fastest. */
  #stamp(row: HTMLCanvasElement, place: number, length: number, below: number, presence: number): void {
    if (presence === 0) return;
    const { columns, cell } = this.#field;
    const { x, y } = this.#at(place);
    const width = length * cell;
    this.#context.globalAlpha = presence;
    this.#context.drawImage(row, 0, 0, width, cell, x, Math.round(y + below * cell), width, cell);
    for (const rows of [Math.floor(below), Math.ceil(below)]) {
      const from = place + rows * columns;
      this.#stale.fill(1, Math.max(0, from), Math.max(0, from + length));
    }
  }

  #at(place: number): { x: number; y: number } {
    const { columns, cell } = this.#field;
    return { x: (place % columns) * cell, y: Math.floor(place / columns) * cell };
  }
}

function runningTo(dots: Dots): Running {
  return { level: levelOf(dots), freed: dots.freed, taken: dots.taken };
}

function dotIn(mark: Mark): number {
  return mark === 'held' || mark === 'taken' ? 1 : 0;
}

function ringIn(mark: Mark): number {
  return mark === 'freed' || mark === 'taken' ? 1 : 0;
}

/** The field with the largest places of whole pixels, which keep all dots alike. */
function wholeField(least: number, width: number, height: number): Field {
  let cell = Math.max(2, Math.floor(Math.sqrt((width * height) / least)));
  while (cell > 2 && Math.floor(width / cell) * Math.floor(height / cell) < least) cell--;
  const columns = Math.max(1, Math.floor(width / cell));
  return { columns, rows: Math.ceil(least / columns), cell };
}

function towards(from: number, to: number, by: number): number {
  return Math.abs(to - from) <= by ? to : from + Math.sign(to - from) * by;
}

/** Moves the presence of a place by a share of its way, and returns it. */
function ease(presence: Float32Array, place: number, target: number, share: number): number {
  const before = presence[place] ?? 0;
  if (before === target) return target;
  const now = Math.abs(target - before) < NEAR ? target : before + (target - before) * share;
  presence[place] = now;
  return now;
}

/** A row of each mark, drawn once and copied ever after: an image is copied far faster than a circle is filled. */
function drawStamps(canvas: HTMLCanvasElement, { columns, cell }: Field): Stamps {
  const style = getComputedStyle(canvas);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const draw = (paint: (context: CanvasRenderingContext2D, x: number) => void): HTMLCanvasElement => {
    const image = document.createElement('canvas');
    Object.assign(image, { width: columns * cell, height: cell });
    const context = image.getContext('2d');
    for (let column = 0.5; context && column < columns; column++) {
      context.beginPath();
      paint(context, column * cell);
    }
    return image;
  };
  const disc = (context: CanvasRenderingContext2D, x: number, radius: number, name: string): void => {
    context.fillStyle = colour(name);
    context.arc(x, cell / 2, radius, 0, 2 * Math.PI);
    context.fill();
  };
  const ring = (context: CanvasRenderingContext2D, x: number): void => {
    context.strokeStyle = colour('--chart-freed');
    context.lineWidth = Math.max(1, cell * size.ringWidth);
    context.arc(x, cell / 2, cell * size.ring, 0, 2 * Math.PI);
    context.stroke();
  };
  return {
    held: draw((context, x) => disc(context, x, cell * size.held, '--chart-held')),
    died: draw((context, x) => {
      disc(context, x, cell * size.died, '--chart-died-stroke');
      context.beginPath();
      disc(context, x, cell * (size.died - size.diedWidth), '--chart-died-fill');
    }),
    none: draw((context, x) => disc(context, x, Math.max(0.5, cell * size.none), '--chart-rule')),
    freed: draw(ring),
    taken: draw((context, x) => {
      ring(context, x);
      context.beginPath();
      disc(context, x, cell * size.held, '--chart-held');
    }),
  };
}
