import type { Locator, Page } from '@playwright/test';

/**
 * Seconds of a practised person for each step, from the keystroke-level model (Card, Moran and Newell): a key of an average
 * typist, pointing at something with the mouse, the click itself, making up one's mind before it; and what the model
 * leaves out, looking over a page that is new, and finding a file in the dialog of the system.
 */
const seconds = { key: 0.28, pointing: 1.1, click: 0.2, mind: 1.35, newPage: 5, fileDialog: 10 };

/** Counts what a person does on pages, and how long it would take. */
export class Effort {
  pages = 0;
  fields = 0;
  keys = 0;
  clicks = 0;
  files = 0;

  /** Counts the pages that one page shows from now on. */
  watch(page: Page): void {
    let shown = new URL(page.url()).pathname;
    page.on('framenavigated', (frame) => {
      const address = new URL(frame.url()).pathname;
      if (frame !== page.mainFrame() || address === shown || address === 'blank') return;
      shown = address;
      this.pages += 1;
    });
  }

  async click(what: Locator): Promise<void> {
    await what.click();
    this.clicks += 1;
  }

  async type(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    this.clicks += 1;
    this.fields += 1;
    this.keys += text.length;
  }

  /** One of a list: the list is opened, the entry is clicked. */
  async choose(field: Locator, label: string): Promise<void> {
    await field.selectOption(label);
    this.clicks += 2;
    this.fields += 1;
  }

  async upload(field: Locator, name: string, content: string): Promise<void> {
    await field.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
    this.clicks += 1;
    this.files += 1;
  }

  get seconds(): number {
    const perClick = seconds.mind + seconds.pointing + seconds.click;
    return Math.round(
      this.clicks * perClick +
        this.keys * seconds.key +
        this.pages * seconds.newPage +
        this.files * seconds.fileDialog,
    );
  }

  toString(): string {
    const { pages, fields, keys, clicks, files } = this;
    const time = `${Math.floor(this.seconds / 60)} min ${this.seconds % 60} s`;
    return `${pages} pages, ${fields} fields with ${keys} characters, ${clicks} clicks, ${files} files: about ${time}`;
  }
}
