/** Starts, once for all tests in WebKitGTK, a screen and the driver. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { DriverService } from 'selenium-webdriver/remote';
import type { TestProject } from 'vitest/node';
import { needWebKit } from '../../scripts/webkit.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the driver listens, and the browser that it drives. */
    webkit: { driver: string; browser: string };
  }
}

/** A screen that nobody looks at, on the first number that is free, which it writes to its fourth file. */
async function openScreen(program: string) {
  const screen = spawn(program, ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(screen.stdio[3] as Readable, 'data');
  return { display: `:${String(number).trim()}`, close: () => screen.kill() };
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { driver, browser, screen: program } = needWebKit();
  const screen = await openScreen(program);
  const env = {
    ...process.env,
    DISPLAY: screen.display,
    // Were there a desktop, the browser would open its windows there.
    WAYLAND_DISPLAY: '',
    GDK_BACKEND: 'x11',
    // There is no graphics card behind the screen.
    LIBGL_ALWAYS_SOFTWARE: '1',
  };
  const service = new DriverService.Builder(driver).setLoopback(true).setEnvironment(env).build();
  project.provide('webkit', { driver: await service.start(), browser });
  return async () => {
    await service.kill();
    screen.close();
  };
}
