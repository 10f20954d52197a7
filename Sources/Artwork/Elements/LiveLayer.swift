/// Vector paint that is drawn anew for every frame: small moving things that no plate can hold.
struct LiveLayer: SceneLayer {
    private let paint: @Sendable (_ surface: PaintSurface, _ moment: Moment) -> Void

    /// `paint` must come back to where it began when the phase does.
    init(_ paint: @escaping @Sendable (_ surface: PaintSurface, _ moment: Moment) -> Void) {
        self.paint = paint
    }

    func draw(on frame: Frame, at moment: Moment) { paint(PaintSurface(frame), moment) }
}

/// Spots of light drawn anew for every frame.
struct SparkLayer: SceneLayer {
    private let paint: @Sendable (_ frame: Frame, _ moment: Moment) -> Void

    /// `paint` must come back to where it began when the phase does.
    init(_ paint: @escaping @Sendable (_ frame: Frame, _ moment: Moment) -> Void) {
        self.paint = paint
    }

    func draw(on frame: Frame, at moment: Moment) { paint(frame, moment) }
}
