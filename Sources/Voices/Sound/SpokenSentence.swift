import BatchVideo
import Foundation

/// The pieces of a sentence as spoken, and the silences between them.
struct SpokenSentence: Sendable {
    enum Part: Sendable {
        case take(Take, by: Speaker)
        /// Milliseconds at speed 1.
        case pause(ms: Int)
    }

    var parts: [Part] = []

    /// What a narrator's voice measures while it sounds: -21 dBFS leaves room for its peaks.
    private static let activeLevel: Float = 0.09
    private static let highestPeak: Float = 0.95
    /// Between a Chinese and an English run, where nothing is written.
    private static let joinMs = 30

    /// Speech alone, without pauses.
    var seconds: Double { takes.reduce(0) { $0 + $1.take.seconds } }

    /// See `Speaker.paceSlope`.
    var paceSlope: Double { takes.first?.speaker.paceSlope ?? 1 }

    private var takes: [(take: Take, speaker: Speaker)] {
        parts.compactMap {
            guard case .take(let take, let speaker) = $0 else { return nil }
            return (take, speaker)
        }
    }

    /// One mono file's worth of samples and the times in it; nil when nothing is heard.
    func joined(speed: Double) -> (samples: [Int16], speech: Speech)? {
        guard let rate = takes.first?.take.sampleRate else { return nil }
        let gains = gains
        var samples: [Float] = []
        var words: [SpokenWord] = []
        var phonemes: [SpokenPhoneme] = []
        var silenceMs: Int?
        for part in parts {
            switch part {
            case .pause(let ms):
                silenceMs = max(silenceMs ?? 0, ms)
            case .take(let take, let speaker):
                if !samples.isEmpty {
                    let ms = Pause.scaled(silenceMs ?? Self.joinMs, speed: speed)
                    samples += [Float](repeating: 0, count: (ms * rate + 500) / 1000)
                }
                silenceMs = nil
                var take = take.resampled(to: rate)
                take.amplify(gains[speaker] ?? 1)
                for word in take.words { words.add(word.moved(by: samples.count)) }
                phonemes += take.phonemes.map {
                    SpokenPhoneme(name: $0.name, startSample: $0.startSample + samples.count)
                }
                samples += take.samples
                phonemes.append(SpokenPhoneme(name: Take.silence, startSample: samples.count))
            }
        }
        let speech = Speech(
            sampleRate: rate, sampleCount: samples.count, words: words, phonemes: phonemes)
        return (samples.map { Int16((min(max($0, -1), 1) * 32_767).rounded()) }, speech)
    }

    /// Speakers differ by 5 dB and more; each is brought to the same level as a whole, so that what
    /// is emphatic within a sentence stays so.
    private var gains: [Speaker: Float] {
        var energies: [Speaker: (sum: Double, count: Int, peak: Float)] = [:]
        for (take, speaker) in takes {
            let active = take.activeEnergy
            let peak = take.samples.reduce(0) { max($0, abs($1)) }
            let so = energies[speaker] ?? (0, 0, 0)
            energies[speaker] = (so.sum + active.sum, so.count + active.count, max(so.peak, peak))
        }
        return energies.mapValues { energy in
            let level = Float((energy.sum / Double(max(1, energy.count))).squareRoot())
            guard level > 0 else { return 1 }
            return min(max(Self.activeLevel / level, 0.1), 10, Self.highestPeak / energy.peak)
        }
    }
}

extension Take {
    fileprivate func resampled(to rate: Int) -> Take {
        guard rate != sampleRate else { return self }
        func moved(_ sample: Int) -> Int { (sample * rate + sampleRate / 2) / sampleRate }
        let resampled = Resampler.resample(samples, from: sampleRate, to: rate)
        return Take(
            samples: resampled, sampleRate: rate,
            words: words.map {
                SpokenWord(
                    range: $0.range, startSample: moved($0.startSample),
                    endSample: min(moved($0.endSample), resampled.count))
            },
            phonemes: phonemes.map {
                SpokenPhoneme(name: $0.name, startSample: moved($0.startSample))
            })
    }
}

extension SpokenWord {
    fileprivate func moved(by samples: Int) -> SpokenWord {
        SpokenWord(
            range: range, startSample: startSample + samples, endSample: endSample + samples)
    }
}
