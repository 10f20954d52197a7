import BatchVideo
import CAV

/// Brings frames to an encoder that takes them in another form: NV12 for Quick Sync, surfaces of
/// the device for VAAPI.
final class DeviceUpload {
    let format: AVPixelFormat
    private let size: PixelSize
    private var packed: UnsafeMutablePointer<AVFrame>
    private var surface: UnsafeMutablePointer<AVFrame>?
    private var surfaces: UnsafeMutablePointer<AVBufferRef>?

    /// Nil for encoders that take our frames as they are. Throws `.media` without a device.
    init?(
        _ encoder: RenderEncoder, size: PixelSize, context: UnsafeMutablePointer<AVCodecContext>
    ) throws {
        guard encoder == .qsv || encoder == .vaapi else { return nil }
        self.size = size
        format = encoder == .vaapi ? AV_PIX_FMT_VAAPI : AV_PIX_FMT_NV12
        packed = try allocated(av_frame_alloc(), "a frame")
        packed.pointee.width = Int32(size.width)
        packed.pointee.height = Int32(size.height)
        packed.pointee.format = AV_PIX_FMT_NV12.rawValue
        try check(av_frame_get_buffer(packed, 64), "make room for a frame")
        if encoder == .vaapi { try openDevice(context) }
    }

    deinit {
        var (ownedPacked, ownedSurface): (
            UnsafeMutablePointer<AVFrame>?, UnsafeMutablePointer<AVFrame>?
        ) = (packed, surface)
        av_frame_free(&ownedPacked)
        av_frame_free(&ownedSurface)
        av_buffer_unref(&surfaces)
    }

    private func openDevice(_ context: UnsafeMutablePointer<AVCodecContext>) throws {
        var device: UnsafeMutablePointer<AVBufferRef>?
        defer { av_buffer_unref(&device) }
        try check(
            av_hwdevice_ctx_create(&device, AV_HWDEVICE_TYPE_VAAPI, nil, nil, 0),
            "open a VAAPI device")
        surfaces = av_hwframe_ctx_alloc(device)
        let pool = try allocated(surfaces, "surfaces")
        pool.pointee.data.withMemoryRebound(to: AVHWFramesContext.self, capacity: 1) { frames in
            frames.pointee.format = AV_PIX_FMT_VAAPI
            frames.pointee.sw_format = AV_PIX_FMT_NV12
            frames.pointee.width = Int32(size.width)
            frames.pointee.height = Int32(size.height)
            frames.pointee.initial_pool_size = 8
        }
        try check(av_hwframe_ctx_init(pool), "make surfaces")
        context.pointee.hw_frames_ctx = av_buffer_ref(pool)
    }

    /// Valid until the next call.
    func picture(of frame: VideoFrame) throws -> UnsafeMutablePointer<AVFrame> {
        try check(av_frame_make_writable(packed), "make a frame writable")
        pack(frame)
        guard let surfaces else {
            av_frame_copy_props(packed, frame.av)
            return packed
        }
        av_frame_free(&surface)
        surface = av_frame_alloc()
        let target = try allocated(surface, "a surface")
        try check(av_hwframe_get_buffer(surfaces, target, 0), "take a surface")
        try check(av_hwframe_transfer_data(target, packed, 0), "send a frame to the device")
        av_frame_copy_props(target, frame.av)
        return target
    }

    /// The two chroma planes become one, sample beside sample.
    private func pack(_ frame: VideoFrame) {
        let planes = frame.planes
        guard planes.count == 3, let luma = packed.pointee.data.0, let chroma = packed.pointee.data.1
        else { return }
        let strides = packed.pointee.linesize
        av_image_copy_plane(
            luma, strides.0, planes[0].start, Int32(planes[0].stride), Int32(size.width),
            Int32(size.height))
        for y in 0..<planes[1].height {
            let (blue, red) = (planes[1].row(y), planes[2].row(y))
            let row = chroma + y * Int(strides.1)
            for x in 0..<planes[1].width {
                row[2 * x] = blue[x]
                row[2 * x + 1] = red[x]
            }
        }
    }
}
