import BatchVideo

/// What is laid over a film's frames, opened once for all threads.
struct Dressing: Sendable {
    private let brand: BrandLayer
    private let labels: BrandLayer
    private let texts: [Reframe: BrandLayer]

    /// Throws `.media` naming a picture that cannot be read, `.invalid` for one that does not fit.
    init(_ order: RenderOrder) throws {
        let timeline = order.timeline
        let isBranded = order.renditions.contains(where: \.hasBranding)
        brand = try BrandLayer(
            isBranded ? timeline.overlays : [], bar: isBranded ? timeline.progressBar : nil,
            workspace: order.workspace, canvas: timeline.canvas.size,
            frameCount: timeline.frameCount)
        labels = try BrandLayer(
            timeline.labels, bar: nil, workspace: order.workspace, canvas: timeline.canvas.size,
            frameCount: timeline.frameCount)
        texts = try Dictionary(
            order.renditions.compactMap(\.reframe).map { reframe in
                let layer = try BrandLayer(
                    reframe.texts, bar: nil, workspace: order.workspace, canvas: reframe.canvas,
                    frameCount: timeline.frameCount)
                return (reframe, layer)
            }, uniquingKeysWith: { first, _ in first })
    }

    func layer(_ layer: RenderPlan.Layer) -> BrandLayer? {
        switch layer {
        case .none: nil
        case .labels: labels
        case .brand: brand
        }
    }

    func stage(for reframe: Reframe, like frame: VideoFrame) throws -> ReframeStage {
        guard let texts = texts[reframe] else {
            throw BatchVideoError(.internal, "a reframing that no rendition asked for")
        }
        return try ReframeStage(reframe, texts: texts, like: frame)
    }
}
