import BatchVideo

/// A reference's words and phonemes where a time warp and the silences of the sound put them.
struct WarpedWords {
    let words: [SpokenWord]
    let phonemes: [SpokenPhoneme]

    /// A shorter word cannot be heard.
    private static let shortestSeconds = 0.03

    /// - Parameter offset: seconds of the sound before the first frame of the warp.
    init(
        reference: ReferenceSpeech.Spoken, warp: TimeWarp, offset: Double, sound: MonoSound,
        silences: Silences
    ) {
        let rate = Double(reference.sound.sampleRate)
        func time(_ sample: Int) -> Double {
            let frame = SpeechFeatures.frame(atSeconds: Double(sample) / rate)
            return offset + SpeechFeatures.seconds(ofFrame: warp.place(frame))
        }
        let said = reference.words
        let starts = said.map { time($0.startSample) }
        var ends = said.map { time($0.endSample) }
        let isPaused = said.indices.map {
            $0 == 0 || Double(said[$0].startSample - said[$0 - 1].endSample) > 0.02 * rate
        }
        for index in ends.indices.dropLast() where !isPaused[index + 1] { ends[index] = starts[index + 1] }
        var borders = WordBorders(starts: starts, ends: ends, isPaused: isPaused)
        borders.snap(to: silences, seconds: sound.seconds)
        let heard = Double(sound.sampleRate)
        words = said.indices.map {
            SpokenWord(
                range: said[$0].range, startSample: Int((borders.starts[$0] * heard).rounded()),
                endSample: Int((borders.ends[$0] * heard).rounded()))
        }.settled(within: sound.samples.count, shortest: Int(Self.shortestSeconds * heard))
        phonemes = Self.phonemes(reference, in: words) { time($0) }
    }

    /// Each phoneme keeps its share of its word; a silence begins where the word before it ended.
    private static func phonemes(
        _ reference: ReferenceSpeech.Spoken, in words: [SpokenWord], time: (Int) -> Double
    ) -> [SpokenPhoneme] {
        var phonemes: [SpokenPhoneme] = []
        var index = 0
        for phoneme in reference.phonemes {
            while index + 1 < words.count, reference.words[index + 1].startSample <= phoneme.startSample {
                index += 1
            }
            let (said, word) = (reference.words[index], words[index])
            var place = word.endSample
            if phoneme.startSample < said.endSample {
                let (from, to) = (time(said.startSample), time(said.endSample))
                let share = to > from
                    ? (time(max(said.startSample, phoneme.startSample)) - from) / (to - from)
                    : Double(phoneme.startSample - said.startSample) / Double(max(1, said.endSample - said.startSample))
                place = word.startSample + Int(min(max(share, 0), 1) * Double(word.endSample - word.startSample))
            }
            phonemes.append(
                SpokenPhoneme(name: phoneme.name, startSample: max(place, phonemes.last?.startSample ?? 0)))
        }
        return phonemes
    }
}
