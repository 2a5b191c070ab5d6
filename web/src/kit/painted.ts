const longest = 200;

/**
 * Settles once the frame that is being made now has been painted; what a reader does not see at once belongs behind it.
 * A tab in the background paints nothing, so it does not wait longer than 200 ms.
 */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    // A timer that is set while a frame is made runs after that frame.
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, longest);
  });
}
