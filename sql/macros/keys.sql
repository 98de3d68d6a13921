-- Keys under which different spellings of one name are the same name. Queries compare keys, never names: benchmark_key(a) = benchmark_key(b).
-- A name that has nothing left after folding is its own key.

-- A benchmark: letters and digits in lower case without accents, and + (C++ is not C). ImageNet-1k, imagenet 1K and ImageNet1k are one.
CREATE OR REPLACE MACRO benchmark_key(name) AS coalesce(nullif(regexp_replace(lower(strip_accents(name)), '[^\pL\pN+]', '', 'g'), ''), lower(name));

-- A method: letters and digits in lower case, with + and * (DCN+ is not DCN, RRT* is not RRT), and one dot where two digits would otherwise
-- touch (GPT-3.5 is not GPT-35). ResNet-50, resnet 50 and ResNet50 are one.
CREATE OR REPLACE MACRO method_key(name) AS coalesce(
    nullif(
        regexp_replace(
            regexp_replace(regexp_replace(lower(name), '[^\pL\pN+*]+', '.', 'g'), '\.([^0-9]|$)', '\1', 'g'), '(^|[^0-9])\.', '\1', 'g'
        ),
        ''
    ),
    lower(name)
);

-- A title: letters and digits in lower case. Empty where there are none.
CREATE OR REPLACE MACRO title_key(title) AS regexp_replace(lower(title), '[^\pL\pN]+', '', 'g');

-- The words of a search text in lower case; one empty word where the text is empty or null.
CREATE OR REPLACE MACRO search_words(search) AS string_split_regex(lower(trim(coalesce(search, ''))), '\s+');

-- A paper's year: as the source states it, else the year of its date.
CREATE OR REPLACE MACRO year_of(year, date) AS coalesce(year, try_cast(left(date, 4) AS INTEGER));

-- A metric: letters and digits in lower case, with + and @ (recall@1). Top-1 Accuracy and top 1 accuracy are one.
CREATE OR REPLACE MACRO metric_key(name) AS regexp_replace(lower(strip_accents(name)), '[^\pL\pN+@]', '', 'g');
