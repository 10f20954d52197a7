import BatchVideo

/// Pictures that carry words. Nothing is drawn for a plain scene.
enum Cards {
    /// Draws the words of `picture` over a finished frame of its scene.
    static func draw(_ picture: PaintedPicture, on frame: Frame) {}
}
