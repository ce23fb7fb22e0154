// SPDX-License-Identifier: Apache-2.0
#include "catalogue/ProviderCatalogue.h"

#include "reading/ListReading.h"
#include "resources/CountriesApi.h"
#include "resources/ProvidersApi.h"
#include "transport/ApiClient.h"

#include <QCollator>

#include <algorithm>
#include <unordered_map>

namespace saltdesk::models {
namespace {

template <class T>
void sortByName(std::vector<T> &records)
{
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::ranges::stable_sort(
        records, [&collator](const T &a, const T &b) { return collator.compare(a.name.value(), b.name.value()) < 0; });
}

} // namespace

class ProviderCatalogue::Private
{
public:
    template <class T>
    struct CatalogueList
    {
        std::vector<T> records;
        std::optional<api::ApiError> error;
        std::unique_ptr<ListReading<T>> reading;
        bool complete = false;
    };

    Private(ProviderCatalogue &catalogue, api::ApiClient &theClient, bool fakes)
        : q(catalogue)
        , client(theClient)
        , withFakes(fakes)
    {}

    template <class T>
    void read(CatalogueList<T> &list, typename ListReading<T>::Ask ask)
    {
        if (list.complete || list.reading) {
            return;
        }
        list.error.reset();
        list.reading = std::make_unique<ListReading<T>>(std::move(ask), [this, &list](const ListReading<T> &reading) {
            if (reading.isComplete() || reading.records().size() >= list.records.size()) {
                list.records = reading.records();
            }
            list.error = reading.error();
            list.complete = reading.isComplete();
            sortByName(list.records);
            list.reading.reset();
            emit q.changed();
        });
        list.reading->start();
        emit q.changed();
    }

    [[nodiscard]] const CatalogueList<api::Provider> *find(const QString &country) const
    {
        const auto found = banks.find(country);
        return found == banks.end() ? nullptr : &found->second;
    }

    ProviderCatalogue &q;
    api::ApiClient &client;
    bool withFakes;
    CatalogueList<api::Country> countries;
    // Its lists stay where they are when others come, which the running readings rely on.
    std::unordered_map<QString, CatalogueList<api::Provider>> banks;
};

ProviderCatalogue::ProviderCatalogue(api::ApiClient &client, bool withFakes, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, withFakes))
{}

ProviderCatalogue::~ProviderCatalogue() = default;

void ProviderCatalogue::wantCountries()
{
    // A list without pages.
    d->read<api::Country>(d->countries,
                          [this](const QString &) { return api::CountriesApi(d->client).list(d->withFakes); });
}

void ProviderCatalogue::wantBanks(const QString &country)
{
    if (country.isEmpty()) {
        return;
    }
    api::ProviderFilter filter;
    filter.countryCode = country;
    if (d->withFakes) {
        filter.includeFakeProviders = true;
    }
    d->read<api::Provider>(d->banks[country], [this, filter](const QString &from) {
        return api::ProvidersApi(d->client).list(filter, from);
    });
}

bool ProviderCatalogue::withFakes() const
{
    return d->withFakes;
}

const std::vector<api::Country> &ProviderCatalogue::countries() const
{
    return d->countries.records;
}

const std::vector<api::Provider> &ProviderCatalogue::banks(const QString &country) const
{
    static const std::vector<api::Provider> none;
    const auto *list = d->find(country);
    return list != nullptr ? list->records : none;
}

bool ProviderCatalogue::isReadingCountries() const
{
    return d->countries.reading != nullptr;
}

bool ProviderCatalogue::isReadingBanks(const QString &country) const
{
    const auto *list = d->find(country);
    return list != nullptr && list->reading;
}

const std::optional<api::ApiError> &ProviderCatalogue::countriesError() const
{
    return d->countries.error;
}

const std::optional<api::ApiError> &ProviderCatalogue::banksError(const QString &country) const
{
    static const std::optional<api::ApiError> none;
    const auto *list = d->find(country);
    return list != nullptr ? list->error : none;
}

} // namespace saltdesk::models
