interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorClass = new (options: { formats: readonly string[] }) => Detector;

const detectorClass = () => (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

/** Milliseconds between two looks at the picture. */
const LOOK = 150;

/** Reads QR codes with the camera, where the browser has a reader of its own: no library is loaded for others. */
export const readCodes = {
  possible: (): boolean =>
    detectorClass() !== undefined && navigator.mediaDevices?.getUserMedia !== undefined,

  /**
   * Shows the camera in `video` until a code is seen; gives its text. Throws if the camera may not be used, and when
   * `signal` says that enough was looked.
   */
  async first(video: HTMLVideoElement, signal?: AbortSignal): Promise<string> {
    const Reader = detectorClass();
    if (!Reader) throw new TypeError('this browser reads no codes');
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    try {
      video.srcObject = stream;
      await video.play();
      const reader = new Reader({ formats: ['qr_code'] });
      for (;;) {
        signal?.throwIfAborted();
        const [found] = await reader.detect(video);
        if (found) return found.rawValue;
        await new Promise(resolve => setTimeout(resolve, LOOK));
      }
    } finally {
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
    }
  },
};
