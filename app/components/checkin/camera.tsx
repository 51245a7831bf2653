import { useTranslation } from '@tessera/i18n/react.tsx';
import Camera from 'lucide-react/icons/camera';
import CameraOff from 'lucide-react/icons/camera-off';
import { useEffect, useRef, useState } from 'react';
import { Button } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';

/** The same code again within this time is the same look at it. */
const sameLookMs = 3000;
const lookEveryMs = 120;

/** Reads QR codes from the camera; the picture stays on the device. */
export function CodeCamera({ onCode }: { onCode: (text: string) => void }) {
  const { t } = useTranslation('checkin');
  const [isOn, setIsOn] = useState(false);
  const [isRefused, setIsRefused] = useState(false);
  const video = useRef<HTMLVideoElement>(null);
  const heard = useRef(onCode);
  heard.current = onCode;

  useEffect(() => {
    if (!isOn) return;
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setInterval> | undefined;
    let isOver = false;
    const seen = new Map<string, number>();
    (async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
        const read = await reader();
        const element = video.current;
        if (!element || isOver) {
          for (const track of stream.getTracks()) track.stop();
          return;
        }
        element.srcObject = stream;
        await element.play();
        timer = setInterval(() => {
          const text = read(element);
          if (!text || Date.now() - (seen.get(text) ?? 0) < sameLookMs) return;
          seen.set(text, Date.now());
          heard.current(text);
        }, lookEveryMs);
      } catch {
        setIsRefused(true);
        setIsOn(false);
      }
    })();
    return () => {
      isOver = true;
      clearInterval(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [isOn]);

  return (
    <div className="space-y-3">
      {isOn && (
        <video
          ref={video}
          muted
          playsInline
          aria-label={t('camera.picture')}
          className="aspect-square w-full max-w-96 rounded-tile bg-sunk object-cover"
        />
      )}
      <Button
        type="button"
        look={isOn ? 'quiet' : 'primary'}
        icon={isOn ? <CameraOff aria-hidden className="size-5" /> : <Camera aria-hidden className="size-5" />}
        onClick={() => {
          setIsRefused(false);
          setIsOn(!isOn);
        }}
        className="w-full sm:w-auto"
      >
        {t(isOn ? 'camera.stop' : 'camera.start')}
      </Button>
      {isRefused && <Notice tone="warning" title={t('camera.refused')} />}
    </div>
  );
}

/** Loads what reads codes, so that it is there when the network is not. */
export async function reader(): Promise<(video: HTMLVideoElement) => string | null> {
  const { default: decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  return (video) => {
    const side = Math.min(video.videoWidth, video.videoHeight);
    if (side === 0) return null;
    const size = Math.min(side, 640);
    canvas.width = size;
    canvas.height = size;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return null;
    const [x, y] = [(video.videoWidth - side) / 2, (video.videoHeight - side) / 2];
    context.drawImage(video, x, y, side, side, 0, 0, size, size);
    try {
      return decodeQR(context.getImageData(0, 0, size, size));
    } catch {
      // No code in this picture.
      return null;
    }
  };
}
