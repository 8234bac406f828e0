/** How long something has to be in sight before a press on it counts, in a frame of another site, in milliseconds. */
const SIGHT_TIME = 300;

/**
 * A frame of another site may lie about what is under the pointer: there, a press on what allows something counts only
 * once `card` could be seen, on the screen of the visitor and not of the frame. Returns whether one counts.
 */
export function inSight(card: Element): (press: Event) => boolean {
  let from = 0;
  if (self !== top && !frameElement) {
    from = Infinity;
    new IntersectionObserver((sights) => {
      for (const { isIntersecting, time } of sights) from = isIntersecting ? time + SIGHT_TIME : Infinity;
    }).observe(card);
  }
  return ({ timeStamp }) => timeStamp >= from;
}
