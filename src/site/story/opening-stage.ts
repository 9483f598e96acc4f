/** The canvas of the opening: dots that come to their places and go, and rings and black dots that stay. */
import { type Dots, type Field, type Mark, markAt, placeOfDeath, placesOfDeaths } from '../../charts/opening/field.ts';

/** Milliseconds in which the last dot of a change sets out. */
const SPREAD = 900;
/** Milliseconds in which a dot goes about two thirds of its way. */
const EASE = 100;
/** Cells from which a dot comes and to which it goes, downwards: people are led in above and out below. */
const WAY = 2.5;
/** Closer than this to its place, in parts of its way, a dot has arrived. */
const NEAR = 0.03;

type Stamps = Readonly<Record<Mark, HTMLCanvasElement>>;

export class Stage {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #least: number;
  #field: Field = { columns: 1, rows: 1, cell: 1 };
  #stamps: Stamps | null = null;
  #aim: Dots = { held: 0, freed: 0, died: 0 };
  /** Held and freed that have set out by now; they run to the aim so that a change goes through the field like a list being written. */
  #held = 0;
  #freed = 0;
  #heldSpeed = 0;
  #freedSpeed = 0;
  /** What each place shows at rest; `null` while something moves there. */
  #settled: (Mark | null)[] = [];
  /** Places to draw anew, 1 each: what came to rest or set out, and where something moved in the frame before. Runs on below the field. */
  #stale = new Uint8Array(0);
  /** How present the dot, the ring and the black dot of each place are, 0 to 1. */
  #dots = new Float32Array(0);
  #rings = new Float32Array(0);
  #black = new Float32Array(0);
  /** From which side the dot of a place comes or goes. */
  #side = new Int8Array(0);

  /** `least`: the dots that must fit. */
  constructor(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D, least: number) {
    this.#canvas = canvas;
    this.#context = context;
    this.#least = least;
    this.measure();
  }

  /** Fits the field to the canvas, the canvas to its box in pixels of the screen, and the stamps to the theme. Draws what is there. */
  measure(): void {
    const { clientWidth, clientHeight } = this.#canvas;
    if (clientWidth === 0 || clientHeight === 0) return;
    const ratio = Math.min(2, devicePixelRatio);
    const [width, height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)];
    this.#field = wholeField(this.#least, width, height);
    const places = this.#field.columns * this.#field.rows;
    if (places !== this.#dots.length) {
      this.#dots = new Float32Array(places);
      this.#rings = new Float32Array(places);
      this.#black = new Float32Array(places);
      this.#side = new Int8Array(places).fill(-1);
      this.#arrive();
    }
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
    if (first) {
      this.#arrive();
      this.draw(0);
    }
    this.#heldSpeed = Math.max(0.05, Math.abs(dots.held - this.#held) / SPREAD);
    this.#freedSpeed = Math.max(0.05, Math.abs(dots.freed - this.#freed) / SPREAD);
  }

  /** Draws the state after so many more milliseconds: only places at which something changes. Returns whether anything still moves. */
  draw(elapsed: number): boolean {
    const stamps = this.#stamps;
    if (!stamps) return false;
    this.#held = towards(this.#held, this.#aim.held, this.#heldSpeed * elapsed);
    this.#freed = towards(this.#freed, this.#aim.freed, this.#freedSpeed * elapsed);
    const moving = this.#advance(1 - Math.exp(-elapsed / EASE));
    this.#drawResting(stamps);
    this.#drawMoving(stamps, moving);
    return moving.length > 0 || this.#held !== this.#aim.held || this.#freed !== this.#aim.freed;
  }

  /** Moves all dots by a share of their way. Returns the places where something still moves. */
  #advance(share: number): number[] {
    const places = this.#dots.length;
    const dots = this.#setOut();
    const dead = placesOfDeaths(dots.died);
    const moving: number[] = [];
    for (let place = 0; place < places; place++) {
      const mark = markAt(place, dots, places, dead);
      if (this.#settled[place] === mark) continue;
      this.#stale[place] = 1;
      const dot = ease(this.#dots, place, mark === 'held' ? 1 : 0, share);
      const ring = ease(this.#rings, place, mark === 'freed' ? 1 : 0, share);
      const black = ease(this.#black, place, mark === 'died' ? 1 : 0, share);
      // A dot comes from above and goes down; a death takes no one from the field: there the dot turns black where it is.
      if (dot === 0 || dot === 1) this.#side[place] = dot === 0 ? -1 : 1;
      if (mark === 'died') this.#side[place] = 0;
      const still = dot + ring + black === (mark === 'none' ? 0 : 1) && Number.isInteger(dot) && Number.isInteger(ring);
      this.#settled[place] = still ? mark : null;
      if (!still) moving.push(place);
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
      this.#stamp(stamps.freed, place, length, (ring - 1) * WAY, ring);
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

  /** Who has set out by now, in whole people. While the field is still being filled there may be no place yet for a death. */
  #setOut(): Dots {
    const places = this.#dots.length;
    const held = Math.min(places, Math.round(this.#held));
    let died = 0;
    while (died < this.#aim.died && held + died < places && placeOfDeath(died) < held) died++;
    return { held, died, freed: Math.min(Math.round(this.#freed), places - held - died) };
  }

  /** All are where they are to be, without motion. */
  #arrive(): void {
    [this.#held, this.#freed] = [this.#aim.held, this.#aim.freed];
    const places = this.#dots.length;
    const dots = this.#setOut();
    const dead = placesOfDeaths(dots.died);
    for (let place = 0; place < places; place++) {
      const mark = markAt(place, dots, places, dead);
      this.#dots[place] = mark === 'held' ? 1 : 0;
      this.#rings[place] = mark === 'freed' ? 1 : 0;
      this.#black[place] = mark === 'died' ? 1 : 0;
    }
  }
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
  const disc = (radius: number, name: string): HTMLCanvasElement =>
    draw((context, x) => {
      context.fillStyle = colour(name);
      context.arc(x, cell / 2, radius, 0, 2 * Math.PI);
      context.fill();
    });
  return {
    held: disc(cell * 0.36, '--chart-held'),
    died: disc(cell * 0.46, '--chart-ink'),
    none: disc(Math.max(0.5, cell * 0.07), '--chart-rule'),
    freed: draw((context, x) => {
      context.strokeStyle = colour('--chart-ink');
      context.lineWidth = Math.max(1, cell * 0.14);
      context.arc(x, cell / 2, cell * 0.3, 0, 2 * Math.PI);
      context.stroke();
    }),
  };
}
