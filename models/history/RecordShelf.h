// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "history/RecordsModel.h"
#include "reading/ListReading.h"

#include <functional>
#include <memory>
#include <optional>

namespace saltdesk::models {

/// One kind of record of a connection: the table, the reading that fills it, and how that ended. Used by
/// ConnectionHistory.
template <class T>
struct RecordShelf
{
    RecordShelf(std::vector<RecordColumn<T>> columns, const api::Clock &clock)
        : model(std::move(columns), clock)
    {}

    void forget()
    {
        reading.reset();
        wanted = false;
        error.reset();
        warnings = 0;
        model.setRecords({});
    }
    /// `done` is called after the model has the records.
    void read(typename ListReading<T>::Ask ask, std::function<void()> done)
    {
        wanted = true;
        reading = std::make_unique<ListReading<T>>(std::move(ask),
                                                   [this, done = std::move(done)](const ListReading<T> &read) {
                                                       error = read.error();
                                                       warnings = read.warnings();
                                                       if (read.isComplete() || model.records().empty()) {
                                                           model.setRecords(read.records());
                                                       }
                                                       const auto tell = done;
                                                       reading.reset();
                                                       tell();
                                                   });
        reading->start();
    }

    RecordsModel<T> model;
    std::unique_ptr<ListReading<T>> reading;
    std::optional<api::ApiError> error;
    qsizetype warnings = 0;
    bool wanted = false;
};

} // namespace saltdesk::models
