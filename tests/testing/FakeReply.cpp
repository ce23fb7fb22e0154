// SPDX-License-Identifier: Apache-2.0
#include "testing/FakeReply.h"

#include <algorithm>
#include <cstring>

namespace saltdesk::testing {

using namespace Qt::Literals::StringLiterals;

namespace {

/// As QNetworkReply reports statuses, coarsely: what our code tells apart.
QNetworkReply::NetworkError errorOfStatus(int status)
{
    if (status >= 500) {
        return QNetworkReply::InternalServerError;
    }
    return status >= 400 ? QNetworkReply::ContentAccessDenied : QNetworkReply::NoError;
}

} // namespace

FakeReply::FakeReply(const QNetworkRequest &request, const FakeAnswer &answer, QObject *parent)
    : QNetworkReply(parent)
    , m_answer(answer)
{
    setRequest(request);
    setUrl(request.url());
    open(QIODevice::ReadOnly);
    if (!m_answer.hangs) {
        QMetaObject::invokeMethod(this, &FakeReply::deliver, Qt::QueuedConnection);
    }
}

void FakeReply::abort()
{
    if (!isFinished()) {
        finishWith(OperationCanceledError, u"Operation canceled"_s);
    }
}

qint64 FakeReply::bytesAvailable() const
{
    return m_delivered ? m_answer.body.size() - m_read + QNetworkReply::bytesAvailable() : 0;
}

qint64 FakeReply::readData(char *target, qint64 maxSize)
{
    const qint64 size = std::min<qint64>(maxSize, m_answer.body.size() - m_read);
    if (!m_delivered || size <= 0) {
        return -1;
    }
    std::memcpy(target, m_answer.body.constData() + m_read, static_cast<std::size_t>(size));
    m_read += size;
    return size;
}

void FakeReply::deliver()
{
    if (isFinished()) {
        return;
    }
    m_delivered = true;
    if (m_answer.status != 0) {
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, m_answer.status);
        if (!m_answer.contentType.isEmpty()) {
            setRawHeader("Content-Type", m_answer.contentType);
        }
        for (const auto &[name, value] : std::as_const(m_answer.headers)) {
            setRawHeader(name, value);
        }
        emit metaDataChanged();
        emit readyRead();
    }
    if (isFinished()) {
        return; // a slot of readyRead aborted us
    }
    const NetworkError error = m_answer.error != NoError ? m_answer.error : errorOfStatus(m_answer.status);
    finishWith(error, u"fake network error"_s);
}

void FakeReply::finishWith(NetworkError error, const QString &text)
{
    if (error != NoError) {
        setError(error, text);
    }
    setFinished(true);
    emit finished();
}

} // namespace saltdesk::testing
