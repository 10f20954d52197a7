import BatchVideo
import Foundation

/// The parts that run what others do.
extension RenderBench {
    func rivals(_ part: Part, _ ours: RenderRuns, _ base: BenchBase) async throws -> [Figure] {
        guard let recipes else {
            return part.failed("skipped: no --against folder with the rivals' recipes")
        }
        guard film.canvas == .landscape else {
            return part.failed("skipped: the recipes make 1360x768 only")
        }
        let rivals = BenchRivals(film: film, folder: folder, recipes: recipes, python: python)
        switch part {
        case .graph:
            let encoder = try await ours.measure(.encode).encoder
            return try await compare(part, ["zoompan at 4x", "perspective"], base) {
                try await rivals.graph($0, encoder)
            }
        case .seed:
            try rivals.prepareSeed(ours.inputs)
            return try await compare(part, ["refactored", "legacy", "spec"], base) {
                try await rivals.seed($0)
            }
        default:
            try await python.require(["numpy", "moviepy"], in: folder)
            return try await compare(part, ["four encodes"], base) { _ in
                try await rivals.moviepy()
            }
        }
    }

    /// Runs each recipe; the one that costs the least counts. One that fails is named.
    private func compare(
        _ part: Part, _ recipes: [String], _ base: BenchBase,
        _ run: (String) async throws -> Spending
    ) async throws -> [Figure] {
        var figures: [Figure] = []
        var best: Spending?
        for recipe in recipes {
            let name = "\(part.rival) (\(recipe)), CPU"
            do {
                let found = try await repeated("\(part.rival), \(recipe)") { _ in
                    try await run(recipe)
                }
                guard let median = found.median else { continue }
                let note = "wall \(median.wallSeconds.short) s, \(median.peakMiB.short) MiB"
                figures.append(Figure(name, median.cpuSeconds, "s", note: note))
                best = [best, median].compactMap(\.self).min { $0.cpuSeconds < $1.cpuSeconds }
            } catch let error as BatchVideoError {
                figures.append(Figure(name, nil, "s", note: "failed: \(error.message)"))
            }
        }
        let ours = try base.film()
        return figures
            + part.ratios(
                cpu: best.map { $0.cpuSeconds / ours.cpuSeconds },
                wall: best.map { $0.wallSeconds / ours.wallSeconds })
    }
}

extension RenderBench.Part {
    var rival: String {
        switch self {
        case .graph: "one ffmpeg graph, our encoder settings"
        case .seed: "the specification's recipes, repaired"
        case .moviepy: "MoviePy as MoneyPrinterTurbo uses it"
        case .compose, .encoder, .edit, .long, .quality: rawValue
        }
    }

    /// Theirs / ours, ours with the sound mastered; nil stands for a rival that failed.
    func ratios(cpu: Double?, wall: Double?) -> [Figure] {
        let note = cpu == nil ? "no recipe ran" : nil
        let name = "\(rival) / ours"
        switch self {
        case .graph: return [Figure("\(name), CPU", cpu, target: .atLeast(1.8), note: note)]
        case .seed: return [Figure("\(name), CPU", cpu, target: .atLeast(3), note: note)]
        case .moviepy:
            return [
                Figure("\(name), CPU", cpu, target: .atLeast(15), note: note),
                Figure("\(name), wall", wall, target: .atLeast(10), note: note),
            ]
        case .compose, .encoder, .edit, .long, .quality: return []
        }
    }

    /// What stands in the table when the part could not be measured at all.
    func failed(_ reason: String) -> [Figure] {
        var figures = ratios(cpu: nil, wall: nil)
        if figures.isEmpty { figures = [Figure(rawValue, nil)] }
        return figures.map { figure in
            var figure = figure
            figure.note = reason
            return figure
        }
    }
}
