interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorClass = new (options: { formats: ['qr_code'] }) => Detector;

const detectorClass = () => (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

/** Milliseconds between two looks at the picture. */
const LOOK = 150;

/** Reads QR codes with the camera: by the browser's own reader, or one that is loaded when it is first needed. */
export const readCodes = {
  possible: (): boolean => navigator.mediaDevices?.getUserMedia !== undefined,

  /**
   * Shows the camera in `video` until a code is seen; gives its text. Throws if the camera may not be used, and when
   * `signal` says that enough was looked.
   */
  async first(video: HTMLVideoElement, signal?: AbortSignal): Promise<string> {
    // Chrome on Windows and Linux, Safari and Firefox have none.
    const Reader = detectorClass() ?? (await import('qr/decode.js')).BarcodeDetector;
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
