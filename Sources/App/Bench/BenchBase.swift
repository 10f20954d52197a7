import BatchVideo

/// What our own render cost: everything else is compared with it. Medians.
struct BenchBase: Sendable {
    private let renders: [Spending]
    private let encodes: [RenderMeasurement]
    private let sound: Spending

    init(_ renders: [Spending], _ encodes: [RenderMeasurement], sound: Spending) {
        self.renders = renders
        self.encodes = encodes
        self.sound = sound
    }

    /// Throws when it was not measured.
    func render() throws -> Spending {
        guard let median = renders.median else {
            throw BatchVideoError(.internal, "our render was not measured")
        }
        return median
    }

    /// From the inputs to the film: rendered, and its sound mastered.
    func film() throws -> Spending {
        var whole = try render()
        whole.cpuSeconds += sound.cpuSeconds
        whole.wallSeconds += sound.wallSeconds
        return whole
    }

    var figures: [Figure] {
        var figures = [Figure("sound mastering, CPU", sound.cpuSeconds, "s")]
        guard let render = renders.median else { return figures }
        figures += [
            Figure("our render, CPU", render.cpuSeconds, "s"),
            Figure("our render, wall", render.wallSeconds, "s"),
            Figure("our render, peak memory", render.peakMiB, "MiB"),
        ]
        guard let cpu = encodes.map(\.cpuSeconds).median,
            let wall = encodes.map(\.wallSeconds).median
        else { return figures }
        return figures + [
            Figure("encoder alone, CPU", cpu, "s"),
            Figure("encoder alone, wall", wall, "s"),
            Figure(
                "our render / encoder alone, CPU", render.cpuSeconds / cpu, target: .atMost(1.08),
                note: "ours composes, encodes the sound and joins too"),
            Figure(
                "our render / encoder alone, wall", render.wallSeconds / wall,
                target: .atMost(1.10)),
        ]
    }

    func figures(tenTimesLonger long: [Spending]) throws -> [Figure] {
        let short = try render()
        let long = long.median
        return [
            Figure(
                "10 times longer / whole render, CPU", long.map { $0.cpuSeconds / short.cpuSeconds },
                target: .within(9.5...10.5)),
            Figure(
                "10 times longer / whole render, wall",
                long.map { $0.wallSeconds / short.wallSeconds }, target: .within(9.5...10.5)),
            Figure(
                "10 times longer / whole render, peak memory",
                long.map { $0.peakMiB / short.peakMiB }, target: .atMost(1.1),
                note: long.map { "\($0.peakMiB.short) MiB" }),
        ]
    }
}

extension Collection<Spending> {
    /// Each of its numbers alone; nil when there is none.
    var median: Spending? {
        guard let wall = map(\.wallSeconds).median, let cpu = map(\.cpuSeconds).median,
            let peak = map(\.peakMiB).median
        else { return nil }
        return Spending(wallSeconds: wall, cpuSeconds: cpu, peakMiB: peak)
    }
}
