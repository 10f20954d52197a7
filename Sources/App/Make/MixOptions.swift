import ArgumentParser
import BatchVideo

/// Which shots move, and where what moves comes from.
struct MixOptions: ParsableArguments {
    @Option(help: "Percent that moves, 0 to 100 (default: 30; 0 when only --images are given).")
    var mix: Int?

    @Option(help: "What --mix is a percentage of: shots or time.")
    var mixBy: MixChoice.Measure = .shots

    @Option(
        help: ArgumentHelp(
            "Where moving shots come from, in the order in which it is asked: own (--footage), animated, generated, library, loop.",
            valueName: "list"))
    var mixSources: String = MixChoice.standardSources.map(\.rawValue).joined(separator: ",")

    @Option(
        help: ArgumentHelp(
            "What libraries are asked for: scenery,animals,city (default: what is said).", valueName: "list"))
    var mixKinds: String?

    @Option(help: ArgumentHelp("Vendors are paid for the film's first minutes only.", valueName: "minutes"))
    var paidMinutes: Double?

    mutating func validate() throws {
        if let mix, !(0...100).contains(mix) {
            throw ValidationError("--mix is a percentage from 0 to 100, not \(mix)")
        }
        if let paidMinutes, !(0...1_440).contains(paidMinutes) {
            throw ValidationError("--paid-minutes must be between 0 and 1440, not \(paidMinutes)")
        }
        _ = try sources
    }

    /// Nil when nothing is said of it.
    var choice: MixChoice? {
        get throws {
            let choice = MixChoice(
                measure: mixBy, sources: try sources, kinds: Self.parts(mixKinds ?? ""),
                paidUntil: paidMinutes.map { MediaTime(seconds: $0 * 60) })
            return choice == MixChoice() ? nil : choice
        }
    }

    private var sources: [MixChoice.Source] {
        get throws {
            let names = Self.parts(mixSources)
            let sources = names.compactMap(MixChoice.Source.init)
            guard !sources.isEmpty, sources.count == names.count else {
                let known = MixChoice.Source.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--mix-sources is a list of \(known), not '\(mixSources)'")
            }
            return sources
        }
    }

    private static func parts(_ text: String) -> [String] {
        text.split(whereSeparator: { ",，、".contains($0) }).map { String($0.trimming(while: \.isWhitespace)) }
            .filter { !$0.isEmpty }
    }
}

extension MixChoice.Measure: ExpressibleByArgument {}

extension Substring {
    fileprivate func trimming(while isTrimmed: (Character) -> Bool) -> Substring {
        var text = drop(while: isTrimmed)
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return text
    }
}
