// SPDX-License-Identifier: Apache-2.0
#include "question/PictureReader.h"

#include "question/PictureFormat.h"

#include <QBuffer>
#include <QImageReader>

namespace saltdesk::ui {

namespace {

constexpr int longestEdge = 4096;
constexpr qint64 mostPixels = 8 * 1024 * 1024;
/// Of the whole program, as Qt has it: twice the largest picture that is allowed here.
constexpr int allocationMegabytes = 64;

bool isBearable(const QSize &size)
{
    return size.isValid() && !size.isEmpty() && size.width() <= longestEdge && size.height() <= longestEdge &&
           qint64(size.width()) * size.height() <= mostPixels;
}

} // namespace

QImage readPicture(const QByteArray &bytes)
{
    const QByteArray format = models::pictureFormat(bytes);
    if (format.isEmpty()) {
        return {};
    }
    QImageReader::setAllocationLimit(allocationMegabytes);
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    // Without this a plugin may claim the file by its content, that of SVG among them.
    reader.setAutoDetectImageFormat(false);
    return isBearable(reader.size()) ? reader.read() : QImage();
}

} // namespace saltdesk::ui
