const tones = { good: [880, 0.12], calm: [520, 0.12], bad: [196, 0.35] } as const;
const shakes = { good: 60, calm: [40, 60, 40], bad: 300 } as const;

let audio: AudioContext | undefined;

/** A short tone and a shake, for whoever looks at the person and not at the phone. */
export function signal(kind: keyof typeof tones): void {
  const [frequency, seconds] = tones[kind];
  const shake = shakes[kind];
  navigator.vibrate?.(typeof shake === 'number' ? shake : [...shake]);
  if (!navigator.userActivation?.hasBeenActive) return;
  audio ??= new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  volume.gain.value = 0.15;
  tone.frequency.value = frequency;
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + seconds);
}
