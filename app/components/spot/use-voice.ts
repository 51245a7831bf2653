import { useEffect, useState } from 'react';
import { voiceFor } from './pack-rules.ts';

/** Reads aloud with a voice of this device; undefined where it has none for the language. */
export function useVoice(language: string): ((text: string) => void) | undefined {
  const [voice, setVoice] = useState<SpeechSynthesisVoice>();
  useEffect(() => {
    if (!('speechSynthesis' in window)) return;
    const find = () => setVoice(voiceFor(speechSynthesis.getVoices(), language));
    find();
    speechSynthesis.addEventListener('voiceschanged', find);
    return () => {
      speechSynthesis.removeEventListener('voiceschanged', find);
      speechSynthesis.cancel();
    };
  }, [language]);
  if (!voice) return undefined;
  return (text) => {
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang;
    speechSynthesis.cancel();
    speechSynthesis.speak(said);
  };
}
