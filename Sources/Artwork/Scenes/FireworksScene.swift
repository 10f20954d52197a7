import BatchVideo

/// PLACEHOLDER
enum FireworksScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) { SpringLakeScene.compose(&scene) }
}
