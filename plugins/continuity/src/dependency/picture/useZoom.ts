import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';

const STEP = 1.25;
const SMALLEST = 0.2;
const LARGEST = 2.5;
const MOVE = 80;
/** Below this, names can’t be read: a large picture begins as large, with its centre in sight. */
const READABLE = 0.65;

const clamp = (scale: number) => Math.min(LARGEST, Math.max(SMALLEST, scale));

/** Zooming a picture in a frame that scrolls: by buttons, by keys, and by the wheel with Ctrl, as pages are zoomed. */
export function useZoom(
  size: { width: number; height: number },
  /** What is to be in sight at first. */
  centre: { x: number; y: number },
) {
  const frame = useRef<HTMLDivElement | null>(null);
  const [scale, setScale] = useState(1);

  const fit = useCallback(() => {
    const { clientWidth = 0, clientHeight = 0 } = frame.current ?? {};
    if (!clientWidth || !clientHeight) return;
    // Small pictures stay as they are
    setScale(
      clamp(Math.min(1, clientWidth / size.width, clientHeight / size.height)),
    );
  }, [size.width, size.height]);
  const zoom = useCallback((factor: number) => {
    setScale(last => clamp(last * factor));
  }, []);
  useEffect(() => {
    fit();
    setScale(last => Math.max(READABLE, last));
  }, [fit]);
  const { x, y } = centre;
  useEffect(() => {
    // Only once the picture has its size there is anything to scroll
    const later = requestAnimationFrame(() => {
      const element = frame.current;
      element?.scrollTo?.(
        x * READABLE - element.clientWidth / 2,
        y * READABLE - element.clientHeight / 2,
      );
    });
    return () => cancelAnimationFrame(later);
  }, [x, y]);

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(event.deltaY < 0 ? STEP : 1 / STEP);
    };
    // React's own listeners may not prevent what the wheel does otherwise
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [zoom]);

  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [-MOVE, 0],
      ArrowRight: [MOVE, 0],
      ArrowUp: [0, -MOVE],
      ArrowDown: [0, MOVE],
    };
    const move = moves[event.key];
    if (event.key === '+' || event.key === '=') zoom(STEP);
    else if (event.key === '-') zoom(1 / STEP);
    else if (event.key === '0') fit();
    else if (move) frame.current?.scrollBy?.(...move);
    else return;
    event.preventDefault();
  };
  return {
    frame,
    scale,
    fit,
    zoomIn: () => zoom(STEP),
    zoomOut: () => zoom(1 / STEP),
    onKeyDown,
  };
}
