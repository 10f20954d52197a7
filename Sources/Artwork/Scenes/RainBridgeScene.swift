import BatchVideo

/// PLACEHOLDER
enum RainBridgeScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) { SpringLakeScene.compose(&scene) }
}
