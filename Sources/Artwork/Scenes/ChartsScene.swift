import BatchVideo

/// PLACEHOLDER
enum ChartsScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) { SpringLakeScene.compose(&scene) }
}
