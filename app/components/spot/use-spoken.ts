import type { PackCard } from '@tessera/core/cards/pack.ts';
import { useEffect, useRef } from 'react';
import type { Recordings } from './pack-rules.ts';
import { useVoice } from './use-voice.ts';

/** Says a card aloud: as somebody recorded it, else with a voice of this device; undefined where there is neither. */
export function useSpoken(
  language: string,
  { text, recording }: PackCard,
  recordings: Recordings,
): (() => void) | undefined {
  const speak = useVoice(language);
  const playing = useRef<HTMLAudioElement | null>(null);
  const sound = recording ? recordings[recording.id] : undefined;

  useEffect(() => {
    if (!sound) return;
    const url = URL.createObjectURL(new Blob([sound.bytes], { type: sound.mime }));
    playing.current = new Audio(url);
    return () => {
      playing.current?.pause();
      playing.current = null;
      URL.revokeObjectURL(url);
    };
  }, [sound]);

  if (sound)
    return () => {
      if (!playing.current) return;
      playing.current.currentTime = 0;
      // A browser that does not know the kind of sound reads with its own voice.
      playing.current.play().catch(() => speak?.(text));
    };
  return speak && (() => speak(text));
}
