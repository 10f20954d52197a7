import BatchVideo
import Foundation

/// What each instrument is made of.
enum Timbres {
    static func hertz(_ pitch: Int) -> Double { 440 * pow(2, Double(pitch - 69) / 12) }

    /// Tempered strings of felted hammers: partials a little sharp (Fletcher 1964), a fast and a slow decay
    /// (Weinreich 1977).
    static func piano(_ note: MusicNote) -> ModalVoice {
        let pitch = Double(note.pitch)
        let first = hertz(note.pitch)
        let stiffness = 0.00035 * pow(2, (pitch - 60) / 11)
        let cutoff = (550 + 2400 * note.velocity) * pow(2, (pitch - 60) / 30)
        let longest = 8.5 * pow(2, -(pitch - 48) / 17)
        let pan = min(0.35, max(-0.35, (pitch - 62) / 70))
        var modes: [ModalVoice.Mode] = []
        for number in 1...18 {
            let n = Double(number)
            let frequency = first * n * (1 + stiffness * n * n).squareRoot()
            guard frequency < 7500 else { break }
            let gain = abs(sin(n * Double.pi * 0.118)) / pow(n, 0.7) * exp(-(frequency - first) / cutoff)
            guard gain > 0.0008 else { continue }
            let decay = longest / (1 + 0.24 * (n - 1))
            modes.append(.init(hertz: frequency, gain: gain * 0.72, decaySeconds: decay * 0.5, pan: pan - 0.15))
            if number <= 6 {
                let beat = 0.18 + 0.05 * n
                modes.append(
                    .init(hertz: frequency + beat, gain: gain * 0.3, decaySeconds: decay * 1.3, pan: pan + 0.3))
            }
        }
        return ModalVoice(modes: levelled(modes), attackSeconds: 0.004)
    }

    /// Bars with the first overtone tuned two octaves up.
    static func mallet(_ note: MusicNote) -> ModalVoice {
        let longest = 1.5 * pow(2, -Double(note.pitch - 60) / 22)
        return struck(
            note, ratios: [(1, 1, 1), (3.98, 0.08 + 0.14 * note.velocity, 0.3), (9.3, 0.05 * note.velocity, 0.12)],
            longest: longest, attackSeconds: 0.003)
    }

    static func bell(_ note: MusicNote) -> ModalVoice {
        struck(
            note, ratios: [(1, 1, 1), (2.003, 0.3, 0.7), (3.01, 0.1, 0.45), (5.43, 0.05, 0.2)], longest: 4.2,
            attackSeconds: 0.005)
    }

    /// The first modes of a membrane.
    static func drum(_ note: MusicNote) -> ModalVoice {
        struck(note, ratios: [(1, 1, 1), (1.59, 0.35, 0.6), (2.14, 0.15, 0.4)], longest: 0.7, attackSeconds: 0.006)
    }

    /// Modes by their ratio to the first, gain and part of the longest decay.
    private static func struck(
        _ note: MusicNote, ratios: [(ratio: Double, gain: Double, part: Double)], longest: Double,
        attackSeconds: Double
    ) -> ModalVoice {
        let first = hertz(note.pitch)
        let side = note.pitch % 2 == 0 ? 0.2 : -0.2
        let modes = ratios.enumerated().map { number, mode in
            ModalVoice.Mode(
                hertz: first * mode.ratio, gain: mode.gain, decaySeconds: longest * mode.part,
                pan: number % 2 == 0 ? side : -side)
        }
        return ModalVoice(modes: levelled(modes), attackSeconds: attackSeconds)
    }

    /// As strong as one sinusoid of amplitude 1.
    private static func levelled(_ modes: [ModalVoice.Mode]) -> [ModalVoice.Mode] {
        let energy = modes.reduce(0) { $0 + $1.gain * $1.gain }
        return modes.map {
            var mode = $0
            mode.gain /= max(1e-9, energy.squareRoot())
            return mode
        }
    }

    static func zither(_ note: MusicNote) -> PluckedVoice {
        PluckedVoice(
            hertz: hertz(note.pitch), velocity: note.velocity,
            decaySeconds: 5 * pow(2, -Double(note.pitch - 60) / 20), pan: Double(note.pitch - 70) / 60)
    }

    static func pad(_ note: MusicNote, brightness: Double) -> SustainedVoice {
        let first = hertz(note.pitch)
        return SustainedVoice(
            dark: harmonics(of: first, slope: 1.4, cutoff: 420),
            bright: harmonics(of: first, slope: 1.1, cutoff: 700 + 1500 * brightness),
            middleCents: 0.5, leftCents: [-6, 7.5], rightCents: [-7.5, 6], attackSeconds: 1.3, releaseSeconds: 1.5,
            opening: 0.4 + 0.6 * note.velocity)
    }

    static func strings(_ note: MusicNote, brightness: Double) -> SustainedVoice {
        let first = hertz(note.pitch)
        return SustainedVoice(
            dark: harmonics(of: first, slope: 1, cutoff: 900),
            bright: harmonics(of: first, slope: 0.9, cutoff: 1600 + 2200 * brightness),
            middleCents: 0, leftCents: [-9, 5], rightCents: [-4, 10], attackSeconds: 1.1, releaseSeconds: 1.2,
            opening: note.velocity)
    }

    static func bass(_ note: MusicNote) -> SustainedVoice {
        SustainedVoice(
            dark: [1, 0.25, 0.06], bright: [1, 0.5, 0.2, 0.08, 0.03], middleCents: 0, leftCents: [],
            rightCents: [], attackSeconds: 0.09, releaseSeconds: 0.35, opening: note.velocity)
    }

    /// Amplitudes falling with their number and, beyond `cutoff` in Hz, with their frequency; as strong as
    /// one sinusoid.
    private static func harmonics(of first: Double, slope: Double, cutoff: Double) -> [Double] {
        let count = max(1, min(60, Int(9000 / first)))
        let raw = (1...count).map { number in
            pow(Double(number), -slope) * exp(-Double(number) * first / cutoff)
        }
        let energy = raw.reduce(0) { $0 + $1 * $1 }
        return raw.map { $0 / energy.squareRoot() }
    }
}
