export type KeyLayer = 'page' | 'dialog';

/** One thing that keys can do. The same list feeds the bindings, the sheet behind "?" and the documentation. */
export type KeyBinding = {
  id: string;
  /** `a`, `Shift+Enter`, `Ctrl+Enter` (also the command key), `g i` (one after the other). */
  keys: readonly string[];
  label: string;
  group: string;
  run: (event: KeyboardEvent) => void;
  /** Also while a text field has the focus. */
  inFields?: boolean;
  /** Also for the repeats of a key that is held down. */
  repeats?: boolean;
};

type Registration = { layer: KeyLayer; bindings: readonly KeyBinding[] };

const sequenceMilliseconds = 1_200;
const offKey = 'ninben.keys';
const fieldSelector = 'input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=file]),textarea,select,[contenteditable=true]';
const pressableSelector = 'button,a[href],summary,input,select,textarea,[role=option],[role=tab],[role=menuitem]';

/** The one place that listens to the keyboard. Newest registration first; a dialog hides what lies below it. */
export class KeyRegistry {
  private registrations: Registration[] = [];
  private prefix = '';
  private prefixAt = 0;
  private listening: (() => void) | undefined;

  register(registration: Registration): () => void {
    this.registrations.push(registration);
    this.listening ??= this.listen();
    return () => {
      this.registrations = this.registrations.filter((other) => other !== registration);
    };
  }

  /** What works now, for the sheet. */
  list(): readonly KeyBinding[] {
    return this.registrations.filter((registration) => registration.layer === 'page').flatMap((registration) => registration.bindings);
  }

  get singleKeysOff(): boolean {
    return globalThis.localStorage?.getItem(offKey) === 'off';
  }

  set singleKeysOff(off: boolean) {
    if (off) globalThis.localStorage?.setItem(offKey, 'off');
    else globalThis.localStorage?.removeItem(offKey);
  }

  private listen(): () => void {
    const handle = (event: KeyboardEvent): void => this.handle(event);
    document.addEventListener('keydown', handle);
    return () => document.removeEventListener('keydown', handle);
  }

  private handle(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const target = event.target instanceof Element ? event.target : document.body;
    const field = target.closest<HTMLElement>(fieldSelector);
    const combos = combosOf(event);
    const binding = this.find(combos, event, field !== null);
    if (!binding) {
      if (field && event.key === 'Escape') leave(field, event);
      return;
    }

    // Enter on a button presses that button; it is not the page's Enter.
    if (!field && (event.key === 'Enter' || event.key === ' ') && !event.ctrlKey && !event.metaKey && target.closest(pressableSelector)) return;
    event.preventDefault();
    binding.run(event);
  }

  private find(combos: readonly string[], event: KeyboardEvent, inField: boolean): KeyBinding | undefined {
    const dialog = this.registrations.some((registration) => registration.layer === 'dialog');
    const active = this.registrations.filter((registration) => !dialog || registration.layer === 'dialog').reverse();
    const bindings = active.flatMap((registration) => [...registration.bindings]);
    const usable = bindings.filter((binding) => (!inField || binding.inFields === true) && (!event.repeat || binding.repeats === true));
    const prefix = event.timeStamp - this.prefixAt < sequenceMilliseconds ? this.prefix : '';
    this.prefix = '';
    for (const combo of combos) {
      if (this.singleKeysOff && combo.length === 1) continue;
      const found =
        usable.find((binding) => binding.keys.includes(prefix ? `${prefix} ${combo}` : combo)) ??
        usable.find((binding) => binding.keys.includes(combo));
      if (found) return found;
      if (!inField && usable.some((binding) => binding.keys.some((key) => key.startsWith(`${combo} `)))) {
        this.prefix = combo;
        this.prefixAt = event.timeStamp;
      }
    }

    return undefined;
  }
}

export const keyRegistry = new KeyRegistry();

/** What was pressed, most exact first: the character, then the place of the key for layouts without Latin letters or digits. */
function combosOf(event: KeyboardEvent): string[] {
  // AltGr shows up as Ctrl+Alt on some systems; with it people type characters such as [ on European layouts.
  const altGraph = event.getModifierState?.('AltGraph') ?? false;
  if (event.altKey && !altGraph) return [];
  const command = (event.ctrlKey || event.metaKey) && !altGraph ? 'Ctrl+' : '';
  const letter = event.key.length === 1;
  const cased = letter && event.key.toLowerCase() !== event.key.toUpperCase();
  const shift = event.shiftKey && (!letter || cased) ? 'Shift+' : '';
  const combos = [`${command}${shift}${letter ? event.key.toLowerCase() : event.key}`];
  if (letter && event.key > '\u007f' && event.code.startsWith('Key')) combos.push(`${command}${shift}${event.code.slice(3).toLowerCase()}`);
  if (letter && !/[0-9]/.test(event.key) && /^(Digit|Numpad)[0-9]$/.test(event.code)) combos.push(`${command}${event.code.slice(-1)}`);
  return combos;
}

/** Esc leaves a field: the focus goes to the place that holds it, so that the next letter is a command again. */
function leave(field: HTMLElement, event: KeyboardEvent): void {
  event.preventDefault();
  const home = field.closest<HTMLElement>('[data-focus-home]');
  field.blur();
  home?.focus();
}
