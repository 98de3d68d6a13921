-- What spellings of one system's name have in common: letters and digits in lower case, with + and * (DCN+ is not DCN, RRT* is not RRT), and
-- one dot where two digits are kept apart (GPT-3.5 is not GPT-35). A name that has none of these is its own key.
CREATE OR REPLACE MACRO listed.method_key(name) AS coalesce(
    nullif(
        regexp_replace(
            regexp_replace(regexp_replace(lower(name), '[^\pL\pN+*]+', '.', 'g'), '\.([^0-9]|$)', '\1', 'g'), '(^|[^0-9])\.', '\1', 'g'
        ),
        ''
    ),
    lower(name)
);
