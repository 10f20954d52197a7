extension Double {
    /// 3t² - 2t³ on 0 ... 1, constant outside.
    var smoothstep: Double {
        let t = Swift.min(Swift.max(self, 0), 1)
        return t * t * (3 - 2 * t)
    }
}
