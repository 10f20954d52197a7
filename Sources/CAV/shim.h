#pragma once
#include <libavformat/avformat.h>
#include <libavcodec/avcodec.h>
#include <libavutil/opt.h>
#include <libavutil/imgutils.h>
#include <libavutil/channel_layout.h>
#include <libavutil/mathematics.h>
#include <libavutil/hwcontext.h>
#include <libavutil/murmur3.h>
#include <libavutil/sha.h>
#include <libswscale/swscale.h>
#include <libswresample/swresample.h>

// Swift imports neither function-like macros nor compound literals, and AVChannelLayout holds an
// anonymous union: the few that we need, as functions.

static inline int av_again(void) { return AVERROR(EAGAIN); }
static inline int av_end_of_file(void) { return AVERROR_EOF; }
static inline AVRational av_rational(int num, int den) { return (AVRational){num, den}; }

static inline void av_set_stereo(AVCodecContext *context) {
    av_channel_layout_default(&context->ch_layout, 2);
}

/// Room for `count` samples of planar float stereo in `frame`.
static inline int av_stereo_buffer(AVFrame *frame, int rate, int count) {
    av_channel_layout_default(&frame->ch_layout, 2);
    frame->sample_rate = rate;
    frame->nb_samples = count;
    frame->format = AV_SAMPLE_FMT_FLTP;
    return av_frame_get_buffer(frame, 0);
}
