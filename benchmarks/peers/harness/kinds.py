"""The columns of each table that are compared, and their kinds."""

FEBRL = {"given_name": "first_name", "surname": "last_name", "street_number": "house_number",
         "address_1": "street", "address_2": "unit", "suburb": "city", "postcode": "postal_code",
         "state": "region", "date_of_birth": "birth_date", "soc_sec_id": "identifier"}
FAKE = {"first_name": "first_name", "surname": "last_name", "dob": "birth_date", "city": "city",
        "email": "email"}
RESTAURANTS = {"name": "company", "addr": "street", "city": "city", "phone": "phone",
               "type": "category"}
SITES = {"Site name": "company", "Address": "street", "Zip": "postal_code", "Phone": "phone"}
SENZING = {
    "PRIMARY_NAME_FULL": "full_name", "PRIMARY_NAME_ORG": "company",
    "PRIMARY_NAME_LAST": "last_name", "PRIMARY_NAME_FIRST": "first_name",
    "PRIMARY_NAME_MIDDLE": "middle_name", "NATIVE_NAME_FULL": "full_name",
    "SECONDARY_NAME_ORG": "company", "GENDER": "category", "DATE_OF_BIRTH": "birth_date",
    "PASSPORT_NUMBER": "identifier", "DRIVERS_LICENSE_NUMBER": "identifier",
    "SSN_NUMBER": "identifier", "NATIONAL_ID_NUMBER": "identifier", "TAX_ID_NUMBER": "identifier",
    "LEI_NUMBER": "identifier", "EMAIL_ADDRESS": "email", "ADDR_FULL": "street",
    "ADDR_LINE1": "street", "ADDR_CITY": "city", "ADDR_STATE": "region",
    "ADDR_POSTAL_CODE": "postal_code", "ADDR_COUNTRY": "country", "PHONE_NUMBER": "phone",
    "EMPLOYER": "company", "RECORD_TYPE": "category"}
LEADS = {"first_name": "first_name", "last_name": "last_name", "company": "company",
         "email": "email", "phone": "phone", "city": "city", "postal_code": "postal_code"}
